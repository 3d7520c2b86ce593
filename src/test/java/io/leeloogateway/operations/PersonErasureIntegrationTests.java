package io.leeloogateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.audit.integrity.Sealer;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.fixtures.DatabaseContents;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Stores a person's data in every table that may hold it, then erases the person. */
@GatewayTest
@TestPropertySource(properties = {"test.database=erasure", "gateway.cache.messages.time-to-live=1h"})
class PersonErasureIntegrationTests {

    private static final String OFFER = "64a0c3f0000c000000000001";
    private static final String CREDITS = "64a0c3f0000d000000000001";
    private static final String USER = "64a0c3f00005000000000001";
    private static final String SMS = "64a0c3f00004000000000005";
    private static final String ANOTHER_CHANNEL = "64a0c3f00001000000000003";
    private static final String LINE = "+12025550160";
    private static final String NAME = "Quirina Testperson";
    private static final String PHONE = "+12025550187";
    private static final String EMAIL = "Quirina.Test@example.org";
    private static final String CONTACT =
            "\"name\":\"%s\",\"phone\":\"%s\",\"email\":\"%s\"".formatted(NAME, PHONE, EMAIL);
    private static final String IMPORT = "{\"people\":[{%s}],\"connectionId\":\"%s\"}".formatted(CONTACT, SMS);
    private static final String CALL = """
            {"userId":"%s","channelId":"%s","from":"%s","to":"%s","date":"2026-01-13T08:20:37Z","status":"SUCCESS","duration":61,"type":"%s"}""";

    /** Personal data that occurs in no other test. */
    private static final List<String> PERSONAL = List.of(
            NAME,
            "12025550187",
            EMAIL,
            "likes green tea",
            "called at noon",
            "meet you at the",
            "paid in cash",
            "12025550188");

    @Autowired
    JdbcClient database;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    AuditWriter audit;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private final Instant since = Instant.now();
    private final String replayed = "replay-" + UUID.randomUUID();
    private GatewayClient caller;
    private GatewayClient admin;
    private String person = "";
    private String channel = "";
    private String comment = "";
    private Sealer sealer;

    @BeforeEach
    void storePersonalData() {
        sealer = beans.createBean(Sealer.class);
        caller = new GatewayClient(address, key);
        admin = new GatewayClient(address, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        caller.reset();
        database.sql("truncate operations, audit_pseudonyms, audit_pseudonym_links, cache_generations")
                .update();
        send("POST", "/people/sms-imports", IMPORT, "X-Sandbox-Fault", "cut-after-apply");
        caller.reset();
        var created = send("POST", "/people", "{" + CONTACT + "}", "Idempotency-Key", replayed + "-created");
        person = created.json().path("id").asString();
        channel = created.json().path("channelId").asString();
        comment = "/people/" + person + "/comments";
        sendChanges();
        leaveUnknownOperations();
        fillCache();
        assertThat(new DatabaseContents(database).find(PERSONAL))
                .anyMatch(location -> location.contains("operations.response"))
                .anyMatch(location -> location.contains("operations.request"))
                .anyMatch(location -> location.contains("operations.evidence"))
                .anyMatch(location -> location.contains("cached_documents.document"))
                .anyMatch(location -> location.contains("cached_people.list_row"));
        assertThat(pseudonyms()).isEqualTo(6);
    }

    private void sendChanges() {
        send("POST", comment, "{\"text\":\"likes green tea\"}", "Idempotency-Key", replayed);
        send(
                "PATCH",
                "/people/" + person,
                "{\"customFields\":[{\"type\":\"PHONE\",\"name\":\"Other\",\"value\":\"+12025550188\"}]}");
        send(
                "PATCH",
                "/people/" + person,
                "{\"email\":\"another." + EMAIL + "\"}",
                "Idempotency-Key",
                replayed + "-update");
        send("PATCH", "/people/" + person, "{\"email\":\"" + EMAIL + "\"}");
        var order = send("POST", "/orders", """
                {"personId":"%s","offerId":"%s","paymentCreditsId":"%s","phone":"+12025550188"}""".formatted(person, OFFER, CREDITS))
                .json()
                .path("id")
                .asString();
        send(
                "PATCH",
                "/orders/" + order,
                "{\"status\":\"RESOLVED\",\"comment\":\"paid in cash\"}",
                "X-Sandbox-Fault",
                "cut-after-apply");
        send("POST", "/calls", CALL.formatted(USER, channel, "+1202555018" + 9, LINE, "INBOUND"));
        send("POST", "/channels/" + channel + "/messages", "{\"text\":\"meet you at the station\"}");
    }

    private void leaveUnknownOperations() {
        send(
                "POST",
                comment,
                "{\"text\":\"called at noon\"}",
                "X-Sandbox-Fault",
                "cut-after-apply",
                "Idempotency-Key",
                replayed + "-unknown");
        send(
                "POST",
                "/channels/" + channel + "/messages",
                "{\"text\":\"meet you at the\"}",
                "X-Sandbox-Fault",
                "cut-after-apply");
        send(
                "POST",
                "/calls",
                CALL.formatted(USER, channel, LINE, PHONE, "OUTBOUND"),
                "X-Sandbox-Fault",
                "cut-after-apply");
        var resolved = send("POST", comment, "{\"text\":\"called at noon, too\"}", "X-Sandbox-Fault", "cut-after-apply")
                .header("Operation-Id");
        send("PATCH", "/operations/" + resolved, "{\"outcome\":\"applied\",\"evidence\":\"" + NAME + " says so\"}");
    }

    private void fillCache() {
        for (var path : List.of(
                "/people?phone=%2B12025550187",
                "/people/" + person + "?expand=orders,operators&raw=true",
                "/people/" + person + "/orders",
                "/channels?limit=5",
                "/orders?limit=5",
                "/channels/" + channel + "/person?raw=true",
                "/channels/" + channel + "/messages")) {
            assertThat(caller.get("/api/v1" + path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void erasureLeavesNoPersonalDataInTheDatabase() {
        assertThat(erase().status()).isEqualTo(204);

        assertThat(new DatabaseContents(database).find(PERSONAL)).isEmpty();
        assertThat(database.sql("select count(*) from cached_people where id = ?")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from cached_orders where person_id = ?")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void erasureDeletesPseudonymsOfThePersonOnly() {
        erase();

        assertThat(pseudonyms()).isEqualTo(1);
        assertThat(found("phone=12025550160")).hasSize(2);
        assertThat(found("phone=12025550187")).isEmpty();
        assertThat(found("email=" + EMAIL)).isEmpty();
    }

    /** A recorded call names the channel only, and an erasure deletes 2,000 pseudonyms at a time. */
    @Test
    void pseudonymsOfManyCallsOfAChannelAreDeleted() {
        database.sql("""
                        with called as (insert into audit_pseudonyms (pseudonym, hash)
                            select 'many-' || n, decode(md5('many' || n), 'hex') from generate_series(1, 4100) n returning pseudonym)
                        insert into audit_pseudonym_links (target_id, pseudonym) select :channel, pseudonym from called""").param("channel", channel).update();

        assertThat(erase().status()).isEqualTo(204);

        assertThat(pseudonyms()).isEqualTo(1);
        assertThat(links(person) + links(channel)).isZero();
    }

    @Test
    void auditEntriesStayAndStillVerify() {
        await().until(() -> audit.size() == 0);
        sealer.seal();
        var before = found("target=" + person);

        erase();
        await().until(() -> audit.size() == 0);
        sealer.seal();

        assertThat(before).isNotEmpty();
        assertThat(found("target=" + person)).containsAll(before).hasSize(before.size() + 1);
        var verified = caller.get("/api/v1/audit-entries/verification").json();
        assertThat(verified.path("intact").asBoolean()).as(verified.toString()).isTrue();
    }

    @Test
    void personUnknownToLeelooIsErased() {
        caller.reset();

        assertThat(erase().status()).isEqualTo(204);

        assertThat(new DatabaseContents(database).find(PERSONAL)).isEmpty();
        assertThat(pseudonyms()).isEqualTo(1);
    }

    @Test
    void linksMissingInTheCacheAreReadFromLeeloo() {
        database.sql("truncate cached_people, cached_orders, cached_documents").update();

        erase();

        assertThat(new DatabaseContents(database).find(PERSONAL)).isEmpty();
        assertThat(pseudonyms()).isEqualTo(1);
    }

    @Test
    void erasureOfAnErasedOrUnknownPersonSucceeds() {
        erase();

        assertThat(erase().status()).isEqualTo(204);
        assertThat(admin.send("DELETE", "/api/v1/people/ffffffffffffffffffffffff/personal-data", "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void phoneInAnotherSpellingIsErased() {
        var spelling = "+1 (202) 555-01.87";
        send("POST", "/calls", CALL.formatted(USER, ANOTHER_CHANNEL, spelling, LINE, "INBOUND"));
        var other = send("POST", "/calls", CALL.formatted(USER, ANOTHER_CHANNEL, "+120255501", "87" + LINE, "INBOUND"));
        assertThat(other.status()).as(other.body()).isEqualTo(201);
        assertThat(new DatabaseContents(database).find(List.of(spelling))).isNotEmpty();

        erase();

        assertThat(new DatabaseContents(database).find(List.of(spelling))).isEmpty();
        assertThat(database.sql(
                                "select count(*) from operations where coalesce(request, response) like '%+120255501\"%'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void replaysAfterErasureSendNothingAndRevealNothing() {
        erase();

        var commented = send("POST", comment, "{\"text\":\"likes green tea\"}", "Idempotency-Key", replayed);
        assertThat(commented.status()).isEqualTo(409);
        assertThat(commented.json().path("type").asString()).endsWith("/response-unavailable");
        assertThat(commented.json().path("outcome").asString()).isEqualTo("applied");
        var created = send("POST", "/people", "{" + CONTACT + "}", "Idempotency-Key", replayed + "-created");
        assertThat(created.json().path("type").asString()).endsWith("/response-unavailable");
        var update = send(
                "PATCH",
                "/people/" + person,
                "{\"email\":\"another." + EMAIL + "\"}",
                "Idempotency-Key",
                replayed + "-update");
        assertThat(update.status()).isEqualTo(204);
        assertThat(update.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(new DatabaseContents(database).find(PERSONAL)).isEmpty();
    }

    @Test
    void unknownOperationsStayUnknownUntilResolvedByHand() {
        erase();

        var unknown = send("POST", comment, "{\"text\":\"called at noon\"}", "Idempotency-Key", replayed + "-unknown");
        assertThat(unknown.json().path("type").asString()).endsWith("/operation-unknown");
        assertThat(database.sql(
                                "select count(*) from operations where outcome = 'unknown' and next_reconciliation_at is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        var resolved = send(
                "PATCH",
                "/operations/" + unknown.json().path("operationId").asString(),
                "{\"outcome\":\"applied\",\"evidence\":\"seen\"}");
        assertThat(resolved.status()).isEqualTo(200);
    }

    private GatewayResponse erase() {
        return admin.send("DELETE", "/api/v1/people/" + person + "/personal-data", "");
    }

    private GatewayResponse send(String method, String path, String body, String... headers) {
        return caller.send(method, "/api/v1" + path, body, headers);
    }

    private int pseudonyms() {
        return database.sql("select count(*) from audit_pseudonyms")
                .query(Integer.class)
                .single();
    }

    private int links(String targetId) {
        return database.sql("select count(*) from audit_pseudonym_links where target_id = ?")
                .param(targetId)
                .query(Integer.class)
                .single();
    }

    private List<String> found(String filter) {
        var answer = caller.get("/api/v1/audit-entries?limit=100&from=" + since + "&" + filter);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("id").asString())
                .toList();
    }
}
