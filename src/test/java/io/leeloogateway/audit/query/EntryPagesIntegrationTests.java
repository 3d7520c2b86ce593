package io.leeloogateway.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.audit.AuditRows;
import io.leeloogateway.audit.AuditTest;
import io.leeloogateway.audit.integrity.Tampering;
import io.leeloogateway.audit.retention.PartitionRange;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.request.UuidV7Generator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** An audit log of a year with a rare person. */
@AuditTest
class EntryPagesIntegrationTests {

    private static final String RARE_PERSON = "64a0c3f0000100000000f00d";
    private static final Instant THIS_MONTH = start(0);

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    AuditWriter writer;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private Tampering superuser;
    private GatewayClient caller;

    @BeforeEach
    void open() {
        superuser = new Tampering(database, transactions);
        caller = new GatewayClient(address, key);
        caller.reset();
        Awaitility.await().until(() -> writer.size() == 0);
        superuser.eraseAll();
        caller.get("/api/v1/me", "X-Request-Id", "template-row");
        new AuditRows(database).only("template-row");
    }

    @AfterEach
    void erase() {
        Awaitility.await().until(() -> writer.size() == 0);
        superuser.eraseAll();
    }

    @Test
    void entriesOfAllMonthsAreListedOnceFromNewToOld() {
        var expected = new ArrayList<String>();
        for (var month : List.of(0, 1, 2, 3, 4, 9)) {
            for (var i = 2; i >= 0; i--) {
                expected.add(write(start(-month).plusSeconds(i), Duration.ofMillis(20), "success"));
            }
        }

        assertThat(walk("person=" + RARE_PERSON)).containsExactlyElementsOf(expected);
        assertThat(walk("person=" + RARE_PERSON + "&action=people.find")).containsExactlyElementsOf(expected);
        assertThat(export("person=" + RARE_PERSON)).containsExactlyElementsOf(expected);
        assertThat(export("person=" + RARE_PERSON + "&from=" + start(-3) + "&to=" + start(-1)))
                .containsExactlyElementsOf(expected.subList(6, 12));
    }

    @Test
    void lateEventsBelongToTheMonthOfTheirRequest() {
        var newer = write(start(-1), Duration.ofMillis(20), "success");
        var late = write(start(-1).minusSeconds(1), Duration.ofSeconds(2), "failed");
        var resolved = write(start(-3), Duration.ofDays(40), "success");

        assertThat(walk("person=" + RARE_PERSON)).containsExactly(newer, late, resolved);
        assertThat(walk("person=" + RARE_PERSON + "&outcome=failed")).containsExactly(late);
        assertThat(walk("person=" + RARE_PERSON + "&to=" + start(-1))).containsExactly(late, resolved);
    }

    @Test
    void onlyTheRequestedMonthsAreRead() {
        write(start(-9), Duration.ZERO, "success");
        write(start(-1), Duration.ZERO, "success");
        var partitions = PartitionRange.backwardsFrom(THIS_MONTH.minusSeconds(1), THIS_MONTH)
                .getFirst();
        var filter = filter(start(-1), THIS_MONTH);
        var query = new EntryQuery(filter, null, List.<String[]>of(new String[] {"p:" + RARE_PERSON}), null);

        assertThat(plan(query, query.byTag(partitions))).contains(table(-1)).doesNotContain(table(-9));
        assertThat(plan(query, query.newest(1))).doesNotContain(table(-9));
        assertThat(plan(query, query.all())).doesNotContain(table(-9));
    }

    /** Copies the existing row to another time and returns the id of its entry. */
    private String write(Instant at, Duration later, String outcome) {
        var entry = id(at);
        database.sql(
                        "select audit_make_month(day) from (select ?::date as day union select ?::date) days where day not in (select audit_months())")
                .params(day(at), day(at.plus(later)))
                .query()
                .listOfRows();
        superuser.run("""
                insert into audit_events select (jsonb_populate_record(event, jsonb_build_object(
                    'id', ?::text, 'entry_id', ?::text, 'request_id', 'copied-row', 'tags', array['p:' || ?], 'outcome', ?, 'action', 'people.find'))).*
                from audit_events event where request_id = 'template-row'""", id(at.plus(later)).toString(), entry.toString(), RARE_PERSON, outcome);
        return entry.toString();
    }

    private static UUID id(Instant at) {
        var random = UUID.randomUUID();
        return new UUID(
                UuidV7Generator.lowerBound(at).getMostSignificantBits() | (random.getMostSignificantBits() & 0xfff),
                random.getLeastSignificantBits());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).withDayOfMonth(1);
    }

    private static String table(int months) {
        return "audit_events_" + day(start(months)).toString().substring(0, 7).replace('-', '_');
    }

    private List<String> walk(String filter) {
        var found = new ArrayList<String>();
        var cursor = "";
        do {
            var page = caller.get("/api/v1/audit-entries?limit=2&" + filter + cursor)
                    .json();
            page.path("items").forEach(entry -> found.add(entry.path("id").asString()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        return found;
    }

    private List<String> export(String filter) {
        return caller.get("/api/v1/audit-entries?" + filter, "Accept", "text/csv")
                .body()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private static EntryFilter filter(Instant from, Instant to) {
        return new EntryFilter(null, null, null, null, RARE_PERSON, null, null, null, from, to);
    }

    private String plan(EntryQuery query, String sql) {
        var lines = database.sql("explain " + sql)
                .params(query.values())
                .param("rows", 21)
                .query(String.class)
                .list();
        return String.join("\n", lines);
    }

    private static Instant start(int months) {
        return LocalDate.now(ZoneOffset.UTC)
                .withDayOfMonth(1)
                .plusMonths(months)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }
}
