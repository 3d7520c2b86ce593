package io.leeloogateway.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Months come, and go when they are over for longer than is kept; who takes one away before, is found out. */
@AuditTest
class PartitionManagerIntegrationTests {

    private static final int KEPT = 13;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AuditWriter diary;

    @Autowired
    AuditEventRepository events;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Verifier verifier;

    @Autowired
    PartitionManager months;

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

    /** Two events each: of today, of last month and of one that is kept no longer. */
    @BeforeEach
    void write() {
        superuser = new Tampering(database, transactions);
        sealed = new SealedAuditLog(database, events, beans.createBean(Sealer.class), verifier);
        Awaitility.await().until(() -> diary.size() == 0);
        superuser.forgetAll();
        superuser.makeMonth(old);
        superuser.makeMonth(last);
        for (var at : new Instant[] {Instant.now(), in(old), in(last)}) {
            sealed.write(2, at);
            sealed.seal();
        }
    }

    @AfterEach
    void forget() {
        superuser.forgetAll();
        superuser.forgetMonth(old);
        superuser.forgetMonth(last);
    }

    @Test
    void droppedMonthIsAnEntryAndNoFinding() {
        months.maintain();

        assertThat(audited()).doesNotContain(old).contains(last, month, month.plusMonths(3));
        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().dropped()).isEqualTo(2);
        sealed.seal();
        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.details(new VerificationFilter(in(old).minusSeconds(1), in(old).plusSeconds(1), null)))
                .isEmpty();
    }

    @Test
    void entriesWaitForRoomThatWillBeMade() throws Exception {
        var ahead = month.plusMonths(3);
        superuser.forgetMonth(ahead);
        var waits = diary.write(SealedAuditLog.event(in(ahead)));
        var behind = diary.write(SealedAuditLog.event(Instant.now()));

        assertThat(behind.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(waits).isNotDone();
        months.start();

        assertThat(waits.get(5, TimeUnit.SECONDS)).isTrue();
    }

    /** A clock was wrong for a moment: nobody makes such a month, and nothing else waits for it. */
    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01", "2021-11-15", "2031-11-15"})
    void entriesOfMonthsThatNobodyMakesAreGivenUp(LocalDate far) throws Exception {
        var lost = meters.get("gateway.audit.lost").counter().count();
        var given = diary.write(SealedAuditLog.event(far.atStartOfDay().toInstant(ZoneOffset.UTC)));
        var behind = diary.write(SealedAuditLog.event(Instant.now()));

        assertThat(behind.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(given).failsWithin(Duration.ofSeconds(5));
        assertThat(meters.get("gateway.audit.lost").counter().count()).isEqualTo(lost + 1);
    }

    @Test
    void monthThatWasKeptForLessOnceIsNoFinding() {
        database.sql(
                        "create or replace function audit_retention() returns integer language sql immutable as 'select 0'")
                .update();
        new PartitionManager(database, ids, events, new AuditProperties(AuditProperties.Reads.GROUPED, 0), clock)
                .maintain();
        database.sql(
                        "create or replace function audit_retention() returns integer language sql immutable as 'select 13'")
                .update();

        assertThat(audited()).doesNotContain(old, last).contains(month);
        superuser.run("delete from audit_events where request_id = ?", RetainedPartitions.requestId(old));
        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.verify().dropped()).isEqualTo(4);
    }

    @Test
    void databaseThatKeepsLessThanTheGatewayDropsNoMore() {
        database.sql(
                        "create or replace function audit_retention() returns integer language sql immutable as 'select 0'")
                .update();
        months.maintain();
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
    void monthThatIsTakenAwayIsFound(String taking) {
        superuser.run(taking.formatted(Tampering.partition(last)));

        assertThat(sealed.details()).containsExactly("its month " + last + " is missing, and no gateway dropped it");
        assertThat(sealed.details(new VerificationFilter(in(last).minusSeconds(1), in(last).plusSeconds(1), null)))
                .hasSize(1);
        superuser.run("drop table if exists hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncate %s", "drop table %s; do $$ begin perform audit_make_month('%s'); end $$"})
    void monthThatIsEmptiedIsFound(String emptying) {
        superuser.run("alter table " + Tampering.partition(last) + " disable trigger all");
        superuser.run(emptying.formatted(Tampering.partition(last), last));

        assertThat(sealed.details()).containsExactly("2 events were sealed, 0 exist");
    }

    @Test
    void forgedEntryOfADroppedMonthIsNoExcuse() {
        superuser.run("drop table " + Tampering.partition(last));
        superuser.run(
                "insert into audit_events (id, entry_id, kind, cluster, request_id, action, target_kind, tags, outcome, served_from, hmac) select uuidv7(), uuidv7(), 'ended', cluster, ?, 'audit.dropMonth', 'month', array['t:x'], 'ok', 'gateway', hmac from audit_events limit 1",
                RetainedPartitions.requestId(last));

        assertThat(sealed.details()).contains("its month " + last + " is missing, and no gateway dropped it");
    }

    /** An entry says that its month was dropped, not those after it. */
    @Test
    void entryOfAnOlderMonthIsNoExcuse() {
        months.maintain();
        superuser.run("drop table " + Tampering.partition(last));

        assertThat(sealed.details()).containsExactly("its month " + last + " is missing, and no gateway dropped it");
    }

    @Test
    void monthThatSomebodyReadsIsDroppedNextTime() {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            database.sql("select count(*) from audit_events").query(Long.class).single();
            CompletableFuture.runAsync(months::maintain).join();
        });
        assertThat(audited()).contains(old);
        assertThat(sealed.details()).isEmpty();

        months.maintain();

        assertThat(audited()).doesNotContain(old);
        assertThat(sealed.details()).isEmpty();
    }

    @Test
    void roomIsMadeWhileOthersReadAndWrite() {
        superuser.forgetMonth(month.plusMonths(3));

        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            sealed.write(1, Instant.now());
            CompletableFuture.runAsync(months::start).join();
        });

        assertThat(audited()).contains(month.plusMonths(3));
        sealed.write(1, in(month.plusMonths(3)));
    }

    @Test
    void startDoesNotWaitForRoomThatIsNotNeededYet() {
        superuser.forgetMonth(month.plusMonths(3));

        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            database.sql("lock table audit_events in share row exclusive mode").update();
            CompletableFuture.runAsync(months::start).join();
        });
        assertThat(audited()).doesNotContain(month.plusMonths(3));

        months.start();

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
