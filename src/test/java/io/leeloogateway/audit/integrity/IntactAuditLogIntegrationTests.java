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
import io.leeloogateway.bulkhead.SlowQueries;
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
import org.junit.jupiter.api.Tag;
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

/** An audit log without tampering has no findings. */
@AuditTest
@ExtendWith(OutputCaptureExtension.class)
class IntactAuditLogIntegrationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AuditWriter writer;

    @Autowired
    AuditEventRepository events;

    @Autowired
    ChangeEndRepository changeEnds;

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
    MissingSealDetector missingSeals;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String username;

    @Value("${spring.datasource.password}")
    String password;

    private final LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
    private final Instant monthStart = month.atStartOfDay().toInstant(ZoneOffset.UTC);
    private Tampering superuser;
    private Sealer sealer;
    private SealedAuditLog sealed;

    @BeforeEach
    void begin() {
        superuser = new Tampering(database, transactions);
        sealer = beans.createBean(Sealer.class);
        sealed = new SealedAuditLog(database, events, sealer, verifier);
        Awaitility.await().until(() -> writer.size() == 0);
        superuser.eraseAll();
        superuser.createMonth(month.minusMonths(1));
        sealed.write(2, Instant.now());
        sealed.seal();
    }

    @AfterEach
    void erase() {
        superuser.eraseAll();
        superuser.dropMonth(month.minusMonths(1));
    }

    @Test
    void endOfTheMonthWithinASegmentIsIntact() {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            sealed.write(3, monthStart.minusMillis(1));
            sealed.write(3, monthStart);
        });
        sealed.seal();

        assertThat(sealed.seals()).hasSize(3);
        for (var filter : List.of(
                SealedAuditLog.ALL,
                new VerificationFilter(monthStart, null, null),
                new VerificationFilter(monthStart, monthStart.plusMillis(1), null),
                new VerificationFilter(null, monthStart, null),
                new VerificationFilter(monthStart.minusMillis(1), monthStart, null),
                new VerificationFilter(monthStart.minusSeconds(9), monthStart.minusSeconds(8), null),
                new VerificationFilter(monthStart.plusSeconds(8), monthStart.plusSeconds(9), null))) {
            assertThat(sealed.details(filter)).as(filter.toString()).isEmpty();
        }
    }

    @Test
    void auditLogIsIntactAfterAPauseOfSealing() {
        sealed.write(3, Instant.now().minus(Duration.ofHours(30)));
        sealed.write(3, Instant.now());

        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().unsealed().events()).isEqualTo(6);

        sealed.seal();

        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().unsealed()).isEqualTo(new VerificationView.Unsealed(0, null));
    }

    @Test
    void lateEventIsIntact() {
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
    void longTransactionIsIntact() {
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
    void abortedTransactionsAreIntact() {
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
    void concurrentWritersAndSealersAreIntact() {
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
    void eventIsStoredOnceWhenItIsWrittenTwice() {
        var event = SealedAuditLog.event(Instant.now());
        events.append(database, List.of(event));
        events.append(database, List.of(SealedAuditLog.event(Instant.now()), event));
        sealed.seal();

        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().events()).isEqualTo(4);
    }

    @Test
    void editedEndEventsAreFound() {
        var operation = SealedAuditLog.id(Instant.now());
        events.append(database, List.of(begun(operation)));
        var ended = end(operation, false, Outcome.UNKNOWN);
        var resolved = end(operation, true, Outcome.APPLIED);

        assertThat(sealed.details()).isEmpty();
        sealed.seal();
        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().events()).isEqualTo(5);

        superuser.run("update audit_events set outcome = 'success' where id = ?", ended);
        superuser.run("update audit_events set problem = 'conflict' where id = ?", resolved);
        assertThat(sealed.details())
                .contains(
                        "event " + ended + " was not written by a gateway",
                        "event " + resolved + " was not written by a gateway");
    }

    @Test
    void endEventIsWrittenOnceWhenAChangeBeganTwice() {
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
    void endEventWithoutABeginEventIsLogged(CapturedOutput output) {
        var operation = SealedAuditLog.id(Instant.now());

        end(operation, false, Outcome.APPLIED);

        assertThat(output).contains("the audit log has no begin event of change " + operation);
    }

    @Test
    void uncommittedSealIsNotPublished() {
        var registry = new SimpleMeterRegistry();
        var metrics = new NewestSealMetrics(registry);
        sealed.write(1, Instant.now());

        var sealerWithoutCommit = new Sealer(
                new SealRepository(database),
                new SegmentReader(database),
                new DatabaseClusterRepository(database),
                chain,
                missingSeals,
                rollingBack(),
                metrics);
        assertThatThrownBy(sealerWithoutCommit::seal).isInstanceOf(TransactionSystemException.class);

        assertThat(registry.get("gateway.audit.seal.number").gauge().value()).isZero();
        assertThat(sealed.seals()).hasSize(1);
    }

    /** The other cluster is simulated: a function in the search path hides the one of PostgreSQL. */
    @Test
    void dumpRestoredIntoAnotherClusterIsIntact() {
        var restored = anotherCluster();
        restored.write(2, Instant.now());
        restored.sealer().seal();
        restored.write(2, Instant.now());
        assertThat(restored.details()).isEmpty();

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

        restored.write(1, Instant.now());
        assertThat(sealed.details()).containsExactly("1 events belong to transactions that never existed");
    }

    @Test
    @Tag("acceptance")
    void severalRunsSealManyEvents() {
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
        changeEnds.append(
                new ChangeEndRepository.EndEvent(
                        id,
                        operation,
                        new ChangeEnd(isLater, outcome, 503, "x", "made", "gateway"),
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
        var hmacs = new EventHmac(pepper);
        var metrics = new NewestSealMetrics(new SimpleMeterRegistry());
        var verification = new Verification(
                seals,
                new SealTimeFinder(client),
                new SealNumberCheck(seals, client, hmacs),
                segments,
                new UnsealedEventReader(client),
                clusters,
                client,
                hmacs,
                pepper);
        return new SealedAuditLog(
                client,
                new AuditEventRepository(hmacs),
                new Sealer(
                        seals,
                        segments,
                        clusters,
                        new SealChain(seals, pepper, clock),
                        missingSeals,
                        new TransactionTemplate(manager),
                        metrics),
                new Verifier(client, verification, new SlowQueries(), manager));
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
