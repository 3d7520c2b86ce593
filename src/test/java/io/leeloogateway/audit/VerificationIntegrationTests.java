package io.leeloogateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.GatewayCaller;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AuditTest
class VerificationIntegrationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Sealer sealer;

    @Autowired
    Verifier verifier;

    @Autowired
    Diary diary;

    @Autowired
    Environment environment;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private Tampering superuser;
    private GatewayCaller caller;

    /** Three seals of some events each. */
    @BeforeEach
    void write() {
        superuser = new Tampering(database, transactions);
        caller = new GatewayCaller(address, key);
        Awaitility.await().until(() -> diary.size() == 0);
        superuser.forgetAll();
        for (var i = 0; i < 3; i++) {
            leave(4);
            sealAll();
        }
    }

    @Test
    void honestDiaryIsIntact() {
        var view = verifier.verify(null, null);

        assertThat(view.findings()).isEmpty();
        assertThat(view.intact()).isTrue();
        assertThat(view.seals()).isGreaterThanOrEqualTo(3);
        assertThat(view.events()).isEqualTo(12);
    }

    @Test
    void editedEventIsFoundInItsSegment() {
        superuser.run("update audit_events set outcome = 'ok', client_id = 'somebody' where id = ?", eventOf(2));

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.seal()).isEqualTo(seals().get(1));
            assertThat(finding.detail()).contains("not the ones that were sealed");
        });
    }

    @Test
    void editedDetailIsFound() {
        superuser.run("update audit_events set details = details || '{\"limit\": \"x\"}' where id = ?", eventOf(2));

        assertThat(findings()).hasSize(1);
    }

    @Test
    void deletedEventIsFoundInItsSegment() {
        superuser.run("delete from audit_events where id = ?", eventOf(2));

        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.seal()).isEqualTo(seals().get(1)));
    }

    @Test
    void insertedEventIsFoundInItsSegment() {
        superuser.run(
                "insert into audit_events (id, entry_id, kind, era, xid, request_id) select uuidv7(), uuidv7(), kind, era, xid, 'forged' from audit_events where id = ?",
                eventOf(2));

        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.seal()).isEqualTo(seals().get(1)));
    }

    @Test
    void eventThatIsDatedBackIsFoundOnceItIsSealed() {
        superuser.run(
                "insert into audit_events (id, entry_id, kind, era, request_id) select uuidv7(interval '-1 hour'), uuidv7(), 'ended', era, 'forged' from audit_events where id = ?",
                eventOf(2));
        sealAll();

        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("dated long before"));
    }

    @Test
    void eventOfATransactionToComeIsFound() {
        superuser.run(
                "insert into audit_events (id, entry_id, kind, era, xid, request_id) select uuidv7(), uuidv7(), 'ended', era, '9000000000'::xid8, 'forged' from audit_events where id = ?",
                eventOf(2));

        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("never were"));
    }

    @Test
    void eventOfAMonthThatHadNoneIsFound() {
        superuser.run(
                "insert into audit_events (id, entry_id, kind, era, xid, request_id) select audit_first_id((audit_this_month() + interval '1 month')::date), uuidv7(), 'ended', era, xid, 'forged' from audit_events where id = ?",
                eventOf(2));

        assertThat(findings()).isNotEmpty();
        assertThat(findings()).extracting(Finding::detail).anyMatch(detail -> detail.contains("never sealed"));
    }

    @Test
    void reorderedEventsAreFound() {
        var one = eventOf(2);
        var other = eventOf(3);
        superuser.run("update audit_events set id = uuidv7() where id = ?", one);
        superuser.run("update audit_events set id = ? where id = ?", one, other);

        assertThat(findings()).isNotEmpty();
    }

    @Test
    void swappedTransactionsAreFound() {
        superuser.run(
                "update audit_events e set xid = o.xid from audit_events o where (e.id, o.id) in ((?, ?), (?, ?))",
                eventOf(1),
                eventOf(3),
                eventOf(3),
                eventOf(1));

        assertThat(findings()).isNotEmpty();
    }

    @Test
    void cutTailIsFound() {
        superuser.run("delete from audit_events where id >= ?", eventOf(3));

        assertThat(findings()).extracting(Finding::seal).contains(seals().getLast());
    }

    @Test
    void cutTailWithItsSealShowsAgainstWhatTheLogSaid() {
        var newest = verifier.verify(null, null).newest();
        superuser.run("delete from audit_events where id >= ?", eventOf(3));
        superuser.run("delete from audit_seals where number = ?", seals().getLast());

        assertThat(verifier.verify(null, null).newest()).isNotEqualTo(newest);
    }

    @Test
    void missingSealIsFound() {
        superuser.run("delete from audit_seals where number = ?", seals().get(1));

        assertThat(findings()).extracting(Finding::detail).anyMatch(detail -> detail.contains("are gone"));
    }

    @Test
    void editedSealIsFoundEvenIfItFitsItsEvents() {
        superuser.run("update audit_seals set first_number = first_number + 1 where number = ?", seals().get(1));

        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("the seal itself"));
    }

    @Test
    void onlySegmentsOfTheTimeAskedForAreRead() {
        superuser.run("update audit_events set outcome = 'failed' where id = ?", eventOf(1));

        assertThat(verifier.verify(Instant.now().plus(Duration.ofHours(1)), null)
                        .seals())
                .isZero();
        assertThat(verifier.verify(null, Instant.now().plusSeconds(60)).intact())
                .isFalse();
    }

    @Test
    void whatAnOpenTransactionWritesIsSealedAfterItsEnd() {
        var before = seals().size();
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            database.sql(
                            "insert into audit_events (id, entry_id, kind, era, request_id) values (uuidv7(), uuidv7(), 'ended', 1, 'late')")
                    .update();
            Thread.ofVirtual().start(sealer::seal);
            leave(1);
        });
        sealAll();

        assertThat(seals().size()).isGreaterThan(before);
        assertThat(verifier.verify(null, null).events()).isEqualTo(14);
        assertThat(findings()).isEmpty();
    }

    @Test
    void anotherClusterBeginsANewEra() {
        database.sql("update audit_eras set cluster = 'the old one' where era = (select max(era) from audit_eras)")
                .update();
        sealAll();
        leave(2);
        sealAll();

        assertThat(database.sql("select max(era) from audit_events")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(1);
        assertThat(findings()).isEmpty();
        assertThat(verifier.verify(null, null).events()).isEqualTo(14);
    }

    @Test
    void routeSaysSoToo() {
        superuser.run("delete from audit_events where id = ?", eventOf(2));

        var answer = caller.get("/api/v1/audit-entries/verification");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("intact").booleanValue()).isFalse();
        assertThat(answer.json().at("/findings/0/seal").longValue()).isEqualTo(seals().get(1));
    }

    @Test
    void commandSaysSoByItsExitCode() {
        assertThat(command("verify-audit")).startsWith("0 ").contains("intact", "12 events");

        superuser.run("delete from audit_events where id = ?", eventOf(2));

        assertThat(command("verify-audit")).startsWith("1 ").contains("CHANGED", "4 events were sealed, 3 are there");
        assertThat(command("verify-audit", "yesterday")).startsWith("2 ").contains("usage");
    }

    @Test
    void triggerRefusesWhoDoesNotSwitchItOff() {
        for (var sql : List.of(
                "update audit_events set outcome = 'ok'",
                "delete from audit_events",
                "truncate audit_events",
                "delete from audit_seals",
                "update audit_seals set events = 1",
                "truncate audit_seals")) {
            assertThatThrownBy(() -> database.sql(sql).update())
                    .as(sql)
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
    }

    private String command(String... args) {
        var out = new ByteArrayOutputStream();
        var settings = Stream.of(
                        "spring.datasource.url",
                        "spring.datasource.username",
                        "spring.datasource.password",
                        "gateway.access.pepper")
                .map(name -> "--" + name + "=" + environment.getProperty(name));
        var code = VerifyAudit.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                Stream.concat(Stream.of(args), settings).toArray(String[]::new));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }

    private List<Finding> findings() {
        return verifier.verify(null, null).findings();
    }

    private void leave(int entries) {
        for (var i = 0; i < entries; i++) {
            var id = "sealed-" + UUID.randomUUID();
            caller.get("/api/v1/me", "X-Request-Id", id);
            new DiaryRows(database).only(id);
        }
    }

    private void sealAll() {
        sealer.seal();
        Awaitility.await().until(() -> {
            sealer.seal();
            return database.sql("""
                            select count(*) from audit_events e where not exists (select 1 from audit_seals s
                                where s.era = e.era and e.xid >= s.xid_from and e.xid < s.xid_to)""").query(Long.class).single() == 0;
        });
    }

    private List<Long> seals() {
        return database.sql("select number from audit_seals order by number")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** One of the events of the first, second or third seal. */
    private UUID eventOf(int seal) {
        return database.sql("select id from audit_events order by id offset ? limit 1")
                .param((seal - 1) * 4 + 1)
                .query((row, _) -> row.getObject("id", UUID.class))
                .single();
    }
}
