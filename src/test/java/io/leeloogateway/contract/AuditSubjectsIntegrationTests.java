package io.leeloogateway.contract;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The audit entry lists every person whose id the response contains; for messages, the owner of the channel. */
@GatewayTest
class AuditSubjectsIntegrationTests {

    private static final Pattern PERSON = Pattern.compile("64a0c3f00001[0-9a-f]{12}");

    /** Responses of these routes contain only ids of people. */
    private static final Pattern OF_IDS = Pattern.compile("/api/v1/(audit-entries|operations|requests)(/.*)?");

    private static final String CHANNEL = "64a0c3f00001000000000003";

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient database;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private GatewayClient caller;
    private Set<String> people = Set.of();

    @BeforeEach
    void begin() {
        caller = new GatewayClient(address, key);
        caller.reset();
        people = Stream.of(0, 100, 200)
                .flatMap(offset -> caller.get("/api/v1/people?limit=100&offset=" + offset)
                        .json()
                        .path("items")
                        .valueStream())
                .map(person -> person.path("id").asString())
                .collect(Collectors.toSet());
        caller.get("/api/v1/people/" + ANNA);
    }

    @AfterEach
    void reset() {
        caller.reset();
    }

    @TestFactory
    Stream<DynamicTest> everyRoutesAnswer() {
        var contract = Contract.read(client);
        return contract.operations().stream()
                .filter(Contract.Operation::isRoute)
                .filter(operation -> !OF_IDS.matcher(operation.path()).matches())
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    var id = "given-" + UUID.randomUUID();

                    var answer = ExampleCall.of(contract, operation, Set.of())
                            .with("Authorization", "Bearer " + key)
                            .with("X-Request-Id", id)
                            .send(client);

                    assertThat(about(id)).containsAll(peopleIn(String.valueOf(answer.getResponseBody())));
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/people/" + ANNA + "?view=summary",
                "/people/" + ANNA + "?view=best-effort&raw=true",
                "/people/" + ANNA + "?expand=orders,operators&raw=true",
                "/people?phone=%2B12025550101",
                "/people?limit=100",
                "/channels/" + CHANNEL + "/person?raw=true",
                "/channels?limit=100",
                "/orders?limit=100",
                "/orders/64a0c3f0000b000000000001",
                "/orders/64a0c3f0000b000000000001?expand=person",
                "/orders/64a0c3f0000b000000000001?raw=true",
                "/people/" + ANNA + "/orders"
            })
    void entryListsEveryPersonOfTheResponse(String path) {
        var id = "given-" + UUID.randomUUID();

        var answer = caller.get("/api/v1" + path, "X-Request-Id", id);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(peopleIn(answer.body())).isNotEmpty();
        assertThat(given(id)).containsAll(peopleIn(answer.body()));
    }

    @Test
    void messagesListTheCachedOwnerOfTheChannel() {
        var before = "given-" + UUID.randomUUID();
        database.sql("truncate cached_people").update();
        caller.get("/api/v1/channels/" + CHANNEL + "/messages", "X-Request-Id", before);
        caller.get("/api/v1/people/" + ANNA);
        var id = "given-" + UUID.randomUUID();

        var answer = caller.get("/api/v1/channels/" + CHANNEL + "/messages", "X-Request-Id", id);

        assertThat(given(id)).containsExactly(ANNA);
        assertThat(answer.body()).doesNotContain(ANNA, "personId");
        assertThat(about(before)).containsExactly(CHANNEL);
    }

    @Test
    void replayListsThePeopleAgain() {
        var body = "{\"text\":\"Called\"}";
        var path = "/api/v1/people/" + ANNA + "/comments";
        var id = "given-" + UUID.randomUUID();
        caller.send("POST", path, body, "Idempotency-Key", id);

        var again = caller.send("POST", path, body, "Idempotency-Key", id, "X-Request-Id", id);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(given(id)).containsExactly(ANNA);
    }

    private Set<String> peopleIn(String body) {
        return PERSON.matcher(body)
                .results()
                .map(MatchResult::group)
                .filter(people::contains)
                .collect(Collectors.toSet());
    }

    /** The subjects of the response and the targets; the response of a change adds no subject beyond the targets. */
    private List<String> about(String requestId) {
        return marks(requestId, "[tp]:");
    }

    private List<String> given(String requestId) {
        return marks(requestId, "p:");
    }

    private List<String> marks(String requestId, String beginning) {
        return await().until(
                        () -> database.sql("""
                                select distinct substr(tag, 3) as id from audit_events left join unnest(tags) as tag on tag ~ :beginning
                                where request_id = :id and kind = 'ended'""")
                                .param("id", requestId)
                                .param("beginning", "^" + beginning)
                                .query((row, _) -> String.valueOf(row.getString("id")))
                                .list(),
                        marks -> !marks.isEmpty());
    }
}
