package io.leeloogateway.audit.integrity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.audit.AuditTest;
import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.audit.store.AuditWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Every change that a superuser makes to the audit log with SQL is found. */
@AuditTest
@ExtendWith(OutputCaptureExtension.class)
class TamperingIntegrationTests {

    private static final String COPY = """
            insert into audit_events (id, entry_id, kind, cluster, xid, request_id, hmac)
            select %s, entry_id, 'ended', %s, %s, 'forged', hmac from audit_events where id = ?""";

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AuditWriter writer;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    AuditEventRepository events;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Verifier verifier;

    private final Instant start = Instant.now().minus(Duration.ofHours(2));
    private Tampering superuser;
    private SealedAuditLog sealed;
    private List<UUID> first;
    private List<UUID> second;
    private List<UUID> third;

    /** Three segments, ten minutes apart. */
    @BeforeEach
    void write() {
        superuser = new Tampering(database, transactions);
        sealed = withANewSealer();
        Awaitility.await().until(() -> writer.size() == 0);
        superuser.eraseAll();
        first = segment(0);
        second = segment(10);
        third = segment(20);
        assertThat(sealed.details()).isEmpty();
    }

    @AfterEach
    void erase() {
        superuser.eraseAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind = 'begun'",
                "entry_id = uuidv7()",
                "request_id = 'x'",
                "client_id = 'x'",
                "client_id = null",
                "key_id = 'x'",
                "source = 'x'",
                "action = 'x'",
                "target_kind = 'x'",
                "tags = '{}'",
                "outcome = 'failed'",
                "status = 500",
                "problem = 'x'",
                "duration_ms = 0",
                "served_from = 'leeloo'",
                "age_seconds = 0",
                "leeloo_calls = 9",
                "operation_id = uuidv7()",
                "requests = 2"
            })
    void editedEventIsFoundSealedOrNot(String edit) {
        superuser.run("update audit_events set " + edit + " where id = ?", second.get(1));

        assertThat(sealed.details())
                .containsExactlyInAnyOrder(
                        "its events or their order differ from what was sealed",
                        "event " + second.get(1) + " was not written by a gateway");

        superuser.eraseAll();
        var unsealed = sealed.write(3, start).get(1);
        superuser.run("update audit_events set " + edit + " where id = ?", unsealed);

        assertThat(sealed.details()).containsOnlyOnce("event " + unsealed + " was not written by a gateway");
    }

    @ParameterizedTest
    @ValueSource(strings = {"changes = null", "details = details || '{\"limit\": 1}'", "hmac = '\\x00'", "xid = '3'"})
    void columnOutsideTheHmacIsProtectedByTheSeal(String edit) {
        superuser.run("update audit_events set " + edit + " where id = ?", second.get(1));

        assertThat(sealed.verify().findings()).extracting(Finding::seal).contains(2L);
    }

    @Test
    void eventOfAnotherClusterIsFound() {
        superuser.run("update audit_events set cluster = 4711 where id = ?", second.get(1));

        assertThat(sealed.details())
                .containsExactlyInAnyOrder(
                        "4 events were sealed, 3 exist", "1 events belong to transactions that never existed");
    }

    @Test
    void deletedEventIsFound() {
        superuser.run("delete from audit_events where id = ?", second.get(1));

        assertThat(sealed.details()).containsExactly("4 events were sealed, 3 exist");
    }

    @Test
    void deletedSegmentIsFound() {
        second.forEach(id -> superuser.run("delete from audit_events where id = ?", id));

        assertThat(sealed.details()).containsExactly("4 events were sealed, 0 exist");
        assertThat(sealed.details(around(10))).containsExactly("4 events were sealed, 0 exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuidv7()", "uuidv7(interval '-115 minutes')", "uuidv7(interval '10 days')"})
    void insertedEventIsFoundSealedOrNot(String id) {
        superuser.run(COPY.formatted(id, "cluster", "pg_current_xact_id()"), second.get(1));

        assertThat(sealed.details()).singleElement().asString().contains("was not written by a gateway");

        sealed.seal();

        assertThat(sealed.details()).singleElement().asString().contains("was not written by a gateway");
    }

    @Test
    void eventThatIsInsertedIntoASealedTransactionIsFound() {
        superuser.run(COPY.formatted("uuidv7()", "cluster", "xid"), second.get(1));

        assertThat(sealed.details()).contains("4 events were sealed, 5 exist");
    }

    @Test
    void eventOfAFutureTransactionIsFound() {
        superuser.run(COPY.formatted("uuidv7()", "cluster", "'9000000000'::xid8"), second.get(1));

        assertThat(sealed.details()).contains("1 events belong to transactions that never existed");
    }

    @Test
    void eventWithoutATimeViolatesAConstraint() {
        assertThatThrownBy(() -> superuser.run(
                        COPY.formatted("overlay(uuidv7()::text placing '4' from 15 for 1)::uuid", "cluster", "xid"),
                        second.get(1)))
                .rootCause()
                .hasMessageContaining("check constraint");
    }

    @Test
    void swappedEventsAreFound() {
        var spare = SealedAuditLog.id(start);
        superuser.run("update audit_events set id = ? where id = ?", spare, second.get(1));
        superuser.run("update audit_events set id = ? where id = ?", second.get(1), second.get(2));
        superuser.run("update audit_events set id = ? where id = ?", second.get(2), spare);

        assertThat(sealed.verify().findings()).extracting(Finding::seal).containsOnly(2L);
    }

    @Test
    void swappedTransactionsAreFound() {
        superuser.run(
                "update audit_events e set xid = o.xid from audit_events o where (e.id, o.id) in ((?, ?), (?, ?))",
                first.get(0),
                third.get(0),
                third.get(0),
                first.get(0));

        assertThat(sealed.verify().findings()).extracting(Finding::seal).containsExactlyInAnyOrder(1L, 3L);
    }

    @Test
    void truncatedEndIsFound() {
        third.forEach(id -> superuser.run("delete from audit_events where id = ?", id));

        assertThat(sealed.details()).containsExactly("4 events were sealed, 0 exist");
    }

    @Test
    void endTruncatedWithItsSealsIsFoundWithANotedSeal() {
        var newest = requireNonNull(sealed.verify().newestSeal());
        var noted = newest.number() + ":" + newest.hmac();
        assertThat(sealed.details(new VerificationFilter(null, null, noted))).isEmpty();

        third.forEach(id -> superuser.run("delete from audit_events where id = ?", id));
        superuser.run("delete from audit_seals where number = 3");

        assertThat(sealed.details(new VerificationFilter(null, null, noted)))
                .containsExactly("the noted seal is missing");

        sealed = withANewSealer();
        segment(30);

        assertThat(sealed.details()).isEmpty();
        assertThat(sealed.details(new VerificationFilter(null, null, noted)))
                .containsExactly("the seal differs from the noted one");
        assertThat(sealed.details(new VerificationFilter(null, null, "3:%012x".formatted(newest.fingerprint()))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first_number = first_number + 1",
                "month = month - 1",
                "events = 3",
                "digest = sha256('x')",
                "hmac = sha256('x')",
                "sealed_at = sealed_at - interval '1 hour'",
                "first_id = last_id",
                "last_id = first_id",
                "xid_to = '9000000000'",
                "cluster = 4711"
            })
    void editedSealIsFound(String edit) {
        superuser.run("update audit_seals set " + edit + " where number = 2");

        assertThat(sealed.details()).contains("the seal was changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sealed_at = 'infinity'",
                "sealed_at = '-infinity'",
                "sealed_at = '0044-03-15 BC'",
                "month = 'infinity'",
                "month = '-infinity'",
                "month = '0044-03-01 BC'",
                "month = '5874897-12-01'",
                "xid_to = '0'",
                "xid_from = '18446744073709551615'",
                "first_id = '00000000-0000-0000-0000-000000000000'",
                "last_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'",
                "first_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff', last_id = '00000000-0000-0000-0000-000000000000'",
                "first_number = 9223372036854775807",
                "events = -9223372036854775808",
                "hmac = ''",
                "digest = ''"
            })
    void extremeSealIsFoundAndSealingContinues(String edit) {
        for (var number : List.of(2, 3)) {
            superuser.run("update audit_seals set " + edit + " where number = ?", number);

            assertThat(sealed.verify().findings()).extracting(Finding::seal).contains((long) number);
            assertThat(sealed.details(around(10))).isNotEmpty();
        }
        sealed.write(1, Instant.now());
        sealed.sealer().seal();

        assertThat(sealed.seals()).hasSizeGreaterThan(3);
        assertThat(sealed.verify().findings()).extracting(Finding::seal).contains(2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE - 1, 1_000_000_000_000L})
    void sealFarBeyondTheOthersIsFound(long number) {
        copySealTo(number);

        assertThat(sealed.details()).containsOnlyOnce("the previous seal is missing, or several");
        assertThat(sealed.details(around(0))).containsOnlyOnce("the previous seal is missing, or several");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void sealBeforeTheFirstIsFound(long number) {
        copySealTo(number);

        assertThat(sealed.details()).contains("no gateway gives a seal this number");
        assertThat(sealed.details(around(0))).contains("no gateway gives a seal this number");
    }

    private void copySealTo(long number) {
        superuser.run("""
                insert into audit_seals select ?, cluster, month, xid_from, xid_to, first_number, events, first_id, last_id, digest, hmac, sealed_at
                from audit_seals where number = 2""", number);
    }

    @Test
    void sealingContinuesFromAnyNumberButTheLast() {
        copySealTo(Long.MAX_VALUE - 1);
        sealed.write(1, Instant.now());
        sealed.sealer().seal();

        assertThat(sealed.seals()).contains(Long.MAX_VALUE);

        sealed.write(1, Instant.now());

        assertThatThrownBy(sealed.sealer()::seal)
                .hasMessageContaining("no number is left for the next seal of the audit log");
        assertThat(sealed.seals()).hasSize(5);
    }

    @Test
    void sealMovedOutOfTheRangeIsFound() {
        for (var edit : List.of("first_id = uuidv7(), last_id = uuidv7()", "first_id = ?, last_id = first_id")) {
            var id = SealedAuditLog.id(start.minusSeconds(600));
            superuser.run(
                    "update audit_seals set " + edit + " where number = 2",
                    edit.contains("?") ? new Object[] {id} : new Object[] {});
            second.forEach(event -> superuser.run("delete from audit_events where id = ?", event));

            assertThat(sealed.details(around(10))).contains("the seal was changed");
        }
    }

    @Test
    void deletedSealIsFound() {
        superuser.run("delete from audit_seals where number = 2");

        assertThat(sealed.details())
                .containsExactlyInAnyOrder(
                        "the previous seal is missing, or several",
                        "4 events exist in sealed transactions that no seal covers");
    }

    @Test
    void deletedFirstSealIsFound() {
        superuser.run("delete from audit_seals where number = 1");
        first.forEach(id -> superuser.run("delete from audit_events where id = ?", id));

        assertThat(sealed.details()).containsExactly("the previous seal is missing, or several");
    }

    @Test
    void insertedSealIsFound() {
        superuser.run("""
                insert into audit_seals select 4, cluster, month, xid_to, '9000000000', first_number + events, 1, first_id, last_id, digest, hmac, sealed_at
                from audit_seals where number = 3""");

        assertThat(sealed.details()).contains("the seal was changed");
    }

    @Test
    void deletedRangeIsFoundWhenOnlyTheRangeIsVerified() {
        second.forEach(id -> superuser.run("delete from audit_events where id = ?", id));
        superuser.run("delete from audit_seals where number = 2");

        assertThat(sealed.details(around(10))).containsExactly("the previous seal is missing, or several");

        superuser.run("update audit_seals set number = 2 where number = 3");

        assertThat(sealed.details(around(10))).containsExactly("the seal was changed");
        assertThat(sealed.details(around(0))).containsExactly("the seal was changed");
    }

    @Test
    void insertedEventIsFoundWhenOnlyItsRangeIsVerified() {
        var id = SealedAuditLog.id(start.plus(Duration.ofMinutes(10)));
        superuser.run(
                "insert into audit_events (id, entry_id, kind, cluster, xid, request_id, hmac) select ?, entry_id, kind, cluster, xid, 'forged', hmac from audit_events where id = ?",
                id,
                first.get(1));

        assertThat(sealed.details(around(10)))
                .containsExactly(
                        "event " + id + " was not written by a gateway",
                        "1 events exist in sealed transactions that no seal covers");
    }

    @Test
    void onlyTheRequestedRangeIsRead() {
        superuser.run("delete from audit_events where id = ?", first.get(1));

        assertThat(sealed.verifier().verify(around(20)).seals()).isEqualTo(1);
        assertThat(sealed.details(around(20))).isEmpty();
        assertThat(sealed.details(around(0))).hasSize(1);
    }

    @Test
    void missingSealsAreFoundWhenAllAreDeleted() {
        superuser.run("delete from audit_seals");

        assertThat(sealed.details()).containsExactly("events older than an hour exist, but no seal");
        assertThat(sealed.verify().unsealed().events()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void replacedSealsAreFound(long left, CapturedOutput output) {
        second.forEach(id -> superuser.run("delete from audit_events where id = ?", id));
        superuser.run("delete from audit_seals where number > ?", left);
        var before = lost();

        sealed.seal();
        sealed.seal();

        assertThat(lost()).isEqualTo(before + 1);
        assertThat(output).containsOnlyOnce("seal 3 of the audit log is missing or replaced");
        assertThat(sealed.details()).anyMatch(detail -> detail.startsWith("seal 3:"));
        assertThat(sealed.details(around(10))).anyMatch(detail -> detail.startsWith("seal 3:"));

        superuser.run("delete from audit_events where action = 'audit.sealsLost'");

        assertThat(sealed.verify().intact()).isFalse();
    }

    @Test
    void sealsOfAnotherGatewayAreNotMissing() {
        var other = beans.createBean(Sealer.class);
        sealed.write(1, Instant.now());
        other.seal();
        sealed.write(1, Instant.now());
        sealed.seal();

        assertThat(sealed.details()).isEmpty();
    }

    private double lost() {
        return metrics.get("gateway.audit.seals.lost").counter().count();
    }

    @Test
    void allFindingsAreCountedAndTheFirstListed() {
        sealed.write(200, start);
        superuser.run("update audit_events set client_id = 'x'");

        assertThat(sealed.verify().findingCount()).isGreaterThan(200);
        assertThat(sealed.verify().findings()).hasSize(Findings.MAX_KEPT);
    }

    private SealedAuditLog withANewSealer() {
        return new SealedAuditLog(database, events, beans.createBean(Sealer.class), verifier);
    }

    private List<UUID> segment(int minute) {
        var ids = sealed.write(4, start.plus(Duration.ofMinutes(minute)));
        sealed.seal();
        return ids;
    }

    private VerificationFilter around(int minute) {
        var at = start.plus(Duration.ofMinutes(minute));
        return new VerificationFilter(at.minusSeconds(60), at.plusSeconds(60), null);
    }
}
