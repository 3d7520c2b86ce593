package io.leeloogateway.audit.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.audit.AuditTest;
import io.leeloogateway.audit.ChangeEnd;
import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.audit.store.ChangeEndRepository;
import io.leeloogateway.audit.store.DatabaseClusterRepository;
import io.leeloogateway.audit.store.EventHmac;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.secrets.Pepper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens to a diary that nobody tampers with, nothing is found. */
@AuditTest
@ExtendWith(OutputCaptureExtension.class)
class IntactAuditLogIntegrationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AuditWriter diary;

    @Autowired
    AuditEventRepository events;

    @Autowired
    ChangeEndRepository endings;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Verifier verifier;

    @Autowired
    Pepper pepper;

    @Autowired
    Clock clock;

    @Autowired
    SealChain chain;

    @Autowired
    MissingSealDetector lostSeals;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String username;

    @Value("${spring.datasource.password}")
    String password;

    private final LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
    private final Instant turn = month.atStartOfDay().toInstant(ZoneOffset.UTC);
    private Tampering superuser;
    private Sealer sealer;
    private SealedAuditLog sealed;

    @BeforeEach
    void begin() {
        superuser = new Tampering(database, transactions);
        sealer = beans.createBean(Sealer.class);
        sealed = new SealedAuditLog(database, events, sealer, verifier);
        Awaitility.await().until(() -> diary.size() == 0);
        superuser.forgetAll();
        superuser.makeMonth(month.minusMonths(1));
        sealed.write(2, Instant.now());
        sealed.seal();
    }

    @AfterEach
    void forget() {
        superuser.forgetAll();
        superuser.forgetMonth(month.minusMonths(1));
    }

    @Test
    void turnOfTheMonthInTheMiddleOfASegment() {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            sealed.write(3, turn.minusMillis(1));
            sealed.write(3, turn);
        });
        sealed.seal();

        assertThat(sealed.seals()).hasSize(3);
        for (var filter : List.of(
                SealedAuditLog.ALL,
                new VerificationFilter(turn, null, null),
                new VerificationFilter(turn, turn.plusMillis(1), null),
                new VerificationFilter(null, turn, null),
                new VerificationFilter(turn.minusMillis(1), turn, null),
                new VerificationFilter(turn.minusSeconds(9), turn.minusSeconds(8), null),
                new VerificationFilter(turn.plusSeconds(8), turn.plusSeconds(9), null))) {
            assertThat(sealed.details(filter)).as(filter.toString()).isEmpty();
        }
    }

    @Test
    void sealingThatPaused() {
        sealed.write(3, Instant.now().minus(Duration.ofHours(30)));
        sealed.write(3, Instant.now());

        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().unsealed().events()).isEqualTo(6);

        sealed.seal();

        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().unsealed()).isEqualTo(new VerificationView.Unsealed(0, null));
    }

    @Test
    void lateEventBetweenOthers() {
        sealed.write(1, Instant.now().minusSeconds(10));
        sealed.seal();
        sealed.write(1, Instant.now().minusSeconds(1000));
        sealed.seal();
        sealed.write(1, Instant.now());
        sealed.seal();

        for (var seconds : List.of(2000, 1001, 500, 11, 5, 0)) {
            var from = Instant.now().minusSeconds(seconds);
            assertThat(sealed.details(new VerificationFilter(from, from.plusSeconds(2), null)))
                    .isEmpty();
            assertThat(sealed.details(new VerificationFilter(from, null, null))).isEmpty();
        }
        assertThat(sealed.details()).isEmpty();
    }

    @Test
    void longTransaction() {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            sealed.write(2, Instant.now());
            CompletableFuture.runAsync(() -> {
                        sealed.write(2, Instant.now());
                        sealer.seal();
                        assertThat(sealed.details()).isEmpty();
                        assertThat(sealed.verify().unsealed().events()).isEqualTo(2);
                    })
                    .join();
        });
        assertThat(sealed.details()).isEmpty();
        sealed.seal();

        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().events()).isEqualTo(6);
    }

    @Test
    void abortedTransactions() {
        for (var i = 0; i < 3; i++) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                sealed.write(2, Instant.now());
                status.setRollbackOnly();
            });
            sealed.write(1, Instant.now());
            sealer.seal();
        }
        sealed.seal();

        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().events()).isEqualTo(5);
    }

    @Test
    void writersAndSealersThatRace() {
        var barrier = new CyclicBarrier(6);
        var racers = IntStream.range(0, 6)
                .mapToObj(racer -> CompletableFuture.runAsync(() -> {
                    meet(barrier);
                    for (var i = 0; i < 20; i++) {
                        if (racer < 3) {
                            sealed.write(3, Instant.now());
                        } else {
                            sealer.seal();
                        }
                    }
                }))
                .toList();
        while (racers.stream().anyMatch(racer -> !racer.isDone())) {
            assertThat(sealed.details()).isEmpty();
        }
        racers.forEach(CompletableFuture::join);
        sealed.seal();

        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().events()).isEqualTo(182);
    }

    @Test
    void eventThatIsWrittenTwice() {
        var event = SealedAuditLog.event(Instant.now());
        events.append(database, List.of(event));
        events.append(database, List.of(SealedAuditLog.event(Instant.now()), event));
        sealed.seal();

        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().events()).isEqualTo(4);
    }

    @Test
    void endingsOfChanges() {
        var operation = SealedAuditLog.id(Instant.now());
        events.append(database, List.of(begun(operation)));
        var ended = end(operation, false, Outcome.UNKNOWN);
        var settled = end(operation, true, Outcome.APPLIED);

        assertThat(sealed.details()).isEmpty();
        sealed.seal();
        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().events()).isEqualTo(5);

        superuser.run("update audit_events set outcome = 'ok' where id = ?", ended);
        superuser.run("update audit_events set problem = 'conflict' where id = ?", settled);
        assertThat(sealed.details())
                .contains(
                        "event " + ended + " was not written by a gateway",
                        "event " + settled + " was not written by a gateway");
    }

    @Test
    void endingOfAChangeThatBeganTwiceIsWrittenOnce() {
        var operation = SealedAuditLog.id(Instant.now());
        events.append(database, List.of(begun(operation), begun(operation)));

        end(operation, false, Outcome.APPLIED);

        assertThat(database.sql("select count(*) from audit_events where operation_id = ? and kind = 'ended'")
                        .param(operation)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void endingWithoutABeginningIsToldInTheLog(CapturedOutput output) {
        var operation = SealedAuditLog.id(Instant.now());

        end(operation, false, Outcome.APPLIED);

        assertThat(output).contains("the audit log has no begin event of change " + operation);
    }

    @Test
    void sealThatIsNotCommittedIsNotTold() {
        var registry = new SimpleMeterRegistry();
        var metric = new NewestSealMetrics(registry);
        sealed.write(1, Instant.now());

        var unlucky = new Sealer(
                new SealRepository(database),
                new SegmentReader(database),
                new DatabaseClusterRepository(database),
                chain,
                lostSeals,
                rollingBack(),
                metric);
        assertThatThrownBy(unlucky::seal).isInstanceOf(TransactionSystemException.class);

        assertThat(registry.get("gateway.audit.seal.number").gauge().value()).isZero();
        assertThat(sealed.seals()).hasSize(1);
    }

    /** The other cluster is one by name only: what tells it is put before PostgreSQL's own function. */
    @Test
    void dumpThatIsRestoredIntoAnotherCluster() {
        var there = anotherCluster();
        there.write(2, Instant.now());
        there.sealer().seal();
        there.write(2, Instant.now());
        assertThat(there.details()).isEmpty();

        assertThat(sealed.details()).isEmpty();
        sealed.write(2, Instant.now());
        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().unsealed().events()).isEqualTo(4);
        sealed.seal();
        sealed.write(2, Instant.now());
        sealed.seal();

        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().unsealed().events()).isZero();
        assertThat(sealed.verify().events()).isEqualTo(10);

        there.write(1, Instant.now());
        assertThat(sealed.details()).containsExactly("1 events belong to transactions that never existed");
    }

    @Test
    void moreThanOneRunSeals() {
        for (var i = 0; i < 25; i++) {
            sealed.write(5_000, Instant.now());
        }
        sealer.seal();
        assertThat(sealed.unsealed()).isPositive();
        sealed.seal();

        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().events()).isEqualTo(125_002);
    }

    private TransactionOperations rollingBack() {
        return new TransactionOperations() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
                new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    work.doInTransaction(status);
                    status.setRollbackOnly();
                });
                throw new TransactionSystemException("the commit failed");
            }
        };
    }

    private static AuditEvent begun(UUID operation) {
        var event = SealedAuditLog.event(Instant.now());
        return new AuditEvent(
                event.id(),
                event.entryId(),
                AuditEvent.BEGUN,
                event.actor(),
                new AuditEvent.Subject("people.addTag", "person", List.of("t:a"), operation),
                AuditEvent.Result.OPEN,
                1,
                null,
                null);
    }

    private UUID end(UUID operation, boolean isLater, Outcome outcome) {
        var id = SealedAuditLog.id(Instant.now());
        endings.append(
                new ChangeEndRepository.EndEvent(
                        id,
                        operation,
                        new ChangeEnd(isLater, outcome, 503, "x", "made", "somebody"),
                        2,
                        Map.of("by", "x")),
                database);
        return id;
    }

    private SealedAuditLog anotherCluster() {
        database.sql("create schema if not exists elsewhere").update();
        database.sql("""
                        create or replace function elsewhere.pg_control_system(out system_identifier bigint) language sql as 'select 4711::bigint'""").update();
        var elsewhere = new DriverManagerDataSource(url, username, password);
        elsewhere.setUrl(
                url + (url.contains("?") ? "&" : "?") + "options=-c%20search_path=elsewhere,pg_catalog,public");
        var client = JdbcClient.create(elsewhere);
        var manager = new JdbcTransactionManager(elsewhere);
        var seals = new SealRepository(client);
        var segments = new SegmentReader(client);
        var clusters = new DatabaseClusterRepository(client);
        var macs = new EventHmac(pepper);
        var metric = new NewestSealMetrics(new SimpleMeterRegistry());
        var inspection = new Verification(
                seals,
                new SealTimeFinder(client),
                new SealNumberCheck(seals, client, macs),
                segments,
                new UnsealedEventReader(client),
                clusters,
                client,
                macs,
                pepper);
        return new SealedAuditLog(
                client,
                new AuditEventRepository(macs),
                new Sealer(
                        seals,
                        segments,
                        clusters,
                        new SealChain(seals, pepper, clock),
                        lostSeals,
                        new TransactionTemplate(manager),
                        metric),
                new Verifier(client, inspection, manager));
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
