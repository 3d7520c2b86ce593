package io.leeloogateway.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.leeloogateway.audit.AuditProperties;
import io.leeloogateway.audit.AuditTest;
import io.leeloogateway.audit.integrity.SealedAuditLog;
import io.leeloogateway.audit.integrity.Sealer;
import io.leeloogateway.audit.integrity.Tampering;
import io.leeloogateway.audit.integrity.VerificationFilter;
import io.leeloogateway.audit.integrity.Verifier;
import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.request.UuidV7Generator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Partitions are created ahead and dropped after the retention. Removing one earlier is found. */
@AuditTest
class MonthlyPartitionsIntegrationTests {

    private static final int KEPT = 13;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AuditWriter writer;

    @Autowired
    AuditEventRepository events;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Verifier verifier;

    @Autowired
    MonthlyPartitions partitions;

    @Autowired
    UuidV7Generator ids;

    @Autowired
    Clock clock;

    @Autowired
    MeterRegistry meters;

    private final LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
    private final LocalDate last = month.minusMonths(1);
    private final LocalDate old = month.minusMonths(KEPT + 1);
    private Tampering superuser;
    private SealedAuditLog sealed;

    /** Two events each: of today, of last month and of an expired month. */
    @BeforeEach
    void write() {
        superuser = new Tampering(database, transactions);
        sealed = new SealedAuditLog(database, events, beans.createBean(Sealer.class), verifier);
        Awaitility.await().until(() -> writer.size() == 0);
        superuser.eraseAll();
        superuser.createMonth(old);
        superuser.createMonth(last);
        for (var at : new Instant[] {Instant.now(), in(old), in(last)}) {
            sealed.write(2, at);
            sealed.seal();
        }
    }

    @AfterEach
    void erase() {
        superuser.eraseAll();
        superuser.dropMonth(old);
        superuser.dropMonth(last);
    }

    @Test
    void droppedMonthIsRecordedAndNoFinding() {
        partitions.maintain();

        assertThat(audited()).doesNotContain(old).contains(last, month, month.plusMonths(3));
        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().dropped()).isEqualTo(2);
        sealed.seal();
        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.details(new VerificationFilter(in(old).minusSeconds(1), in(old).plusSeconds(1), null)))
                .isEmpty();
    }

    @Test
    void eventsWaitForAnExpectedPartition() throws Exception {
        var ahead = month.plusMonths(3);
        superuser.dropMonth(ahead);
        var waits = writer.write(SealedAuditLog.event(in(ahead)));
        var behind = writer.write(SealedAuditLog.event(Instant.now()));

        assertThat(behind.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(waits).isNotDone();
        partitions.start();

        assertThat(waits.get(5, TimeUnit.SECONDS)).isTrue();
    }

    /** A clock was wrong: the partition of such a month is never created, and other events do not wait. */
    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01", "2021-11-15", "2031-11-15"})
    void eventsOfUnexpectedMonthsAreLost(LocalDate far) throws Exception {
        var lost = meters.get("gateway.audit.lost").counter().count();
        var given = writer.write(SealedAuditLog.event(far.atStartOfDay().toInstant(ZoneOffset.UTC)));
        var behind = writer.write(SealedAuditLog.event(Instant.now()));

        assertThat(behind.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(given).failsWithin(Duration.ofSeconds(5));
        assertThat(meters.get("gateway.audit.lost").counter().count()).isEqualTo(lost + 1);
    }

    @Test
    void earlierShorterRetentionIsNoFinding() {
        database.sql(
                        "create or replace function audit_retention() returns integer language sql immutable as 'select 0'")
                .update();
        withRetention(0, clock).maintain();
        database.sql(
                        "create or replace function audit_retention() returns integer language sql immutable as 'select 13'")
                .update();

        assertThat(audited()).doesNotContain(old, last).contains(month);
        superuser.run("delete from audit_events where request_id = ?", RetainedPartitions.requestId(old));
        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().dropped()).isEqualTo(4);
    }

    /** The clock of the database is ahead of the gateway's. */
    @Test
    void monthThatIsNotExpiredForTheGatewayIsNotDropped() {
        superuser.dropMonth(month.plusMonths(3));
        var behind = withRetention(KEPT, Clock.offset(clock, Duration.ofDays(-70)));

        assertThatIllegalStateException().isThrownBy(behind::maintain).withMessageContaining(old.toString());

        assertThat(audited()).contains(old, month.plusMonths(3));
        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().dropped()).isZero();
    }

    private MonthlyPartitions withRetention(int months, Clock ownClock) {
        var properties = new AuditProperties(AuditProperties.Reads.GROUPED, months);
        return new MonthlyPartitions(
                database, ids, events, properties, new TransactionTemplate(transactions), ownClock);
    }

    @Test
    void longerRetentionOfTheGatewayIsRespected() {
        database.sql(
                        "create or replace function audit_retention() returns integer language sql immutable as 'select 0'")
                .update();
        partitions.maintain();
        database.sql(
                        "create or replace function audit_retention() returns integer language sql immutable as 'select 13'")
                .update();

        assertThat(audited()).doesNotContain(old).contains(last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table %s",
                "alter table audit_events detach partition %s",
                "alter table %s rename to hidden; alter table audit_events detach partition hidden"
            })
    void removedMonthIsFound(String taking) {
        superuser.run(taking.formatted(Tampering.partition(last)));

        assertThat(sealed.details()).containsExactly("its month " + last + " is missing, and no gateway dropped it");
        assertThat(sealed.details(new VerificationFilter(in(last).minusSeconds(1), in(last).plusSeconds(1), null)))
                .hasSize(1);
        superuser.run("drop table if exists hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncate %s", "drop table %s; do $$ begin perform audit_make_month('%s'); end $$"})
    void emptiedMonthIsFound(String emptying) {
        superuser.run("alter table " + Tampering.partition(last) + " disable trigger all");
        superuser.run(emptying.formatted(Tampering.partition(last), last));

        assertThat(sealed.details()).containsExactly("2 events were sealed, 0 exist");
    }

    @Test
    void forgedDropEventIsNotAccepted() {
        superuser.run("drop table " + Tampering.partition(last));
        superuser.run(
                "insert into audit_events (id, entry_id, kind, cluster, request_id, action, target_kind, tags, outcome, served_from, hmac) select uuidv7(), uuidv7(), 'ended', cluster, ?, 'audit.dropMonth', 'month', array['t:x'], 'success', 'gateway', hmac from audit_events limit 1",
                RetainedPartitions.requestId(last));

        assertThat(sealed.details()).contains("its month " + last + " is missing, and no gateway dropped it");
    }

    /** A drop event covers its month and earlier ones, not later ones. */
    @Test
    void dropEventOfAnOlderMonthIsNotAccepted() {
        partitions.maintain();
        superuser.run("drop table " + Tampering.partition(last));

        assertThat(sealed.details()).containsExactly("its month " + last + " is missing, and no gateway dropped it");
    }

    @Test
    void monthInUseIsDroppedInTheNextRun() {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            database.sql("select count(*) from audit_events").query(Long.class).single();
            CompletableFuture.runAsync(partitions::maintain).join();
        });
        assertThat(audited()).contains(old);
        assertThat(sealed.details()).isEmpty();

        partitions.maintain();

        assertThat(audited()).doesNotContain(old);
        assertThat(sealed.details()).isEmpty();
    }

    @Test
    void partitionIsCreatedDuringReadsAndWrites() {
        superuser.dropMonth(month.plusMonths(3));

        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            sealed.write(1, Instant.now());
            CompletableFuture.runAsync(partitions::start).join();
        });

        assertThat(audited()).contains(month.plusMonths(3));
        sealed.write(1, in(month.plusMonths(3)));
    }

    @Test
    void startDoesNotWaitForALaterPartition() {
        superuser.dropMonth(month.plusMonths(3));

        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            database.sql("lock table audit_events in share row exclusive mode").update();
            CompletableFuture.runAsync(partitions::start).join();
        });
        assertThat(audited()).doesNotContain(month.plusMonths(3));

        partitions.start();

        assertThat(audited()).contains(month.plusMonths(3));
    }

    private java.util.List<LocalDate> audited() {
        return database.sql("select audit_months()")
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list();
    }

    private static Instant in(LocalDate month) {
        return month.plusDays(14).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
