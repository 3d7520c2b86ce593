package io.leeloogateway.cache;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.SecondGateway;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;

/** After the response to a change, no instance serves data from before the change. */
@GatewayTest
class InvalidationIntegrationTests {

    private static final String CHANNEL = "64a0c3f00001000000000003";
    private static final String WEBINAR = PERSON + "/tags/64a0c3f00003000000000003";

    static @Nullable SecondGateway second;

    GatewayClient here;
    GatewayClient there;

    @BeforeEach
    void setUp(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        here = new GatewayClient("http://127.0.0.1:" + port, key);
        if (second == null) {
            second = SecondGateway.start(
                    "--gateway.leeloo.base-url=http://127.0.0.1:" + port + "/sandbox/leeloo/api/v2",
                    "--gateway.cache.messages.time-to-live=1h");
        }
        there = new GatewayClient(second.address(), key);
        here.reset();
    }

    @AfterAll
    static void stop() {
        if (second != null) {
            second.close();
            second = null;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PUT    | /people/P/tags/64a0c3f00003000000000003 |  | /people/P                | "name":"webinar"
            PUT    | /people/P/tags/64a0c3f00003000000000003 |  | /people?limit=100&tag=vip&phone=%2B12025550101 | "name":"webinar"
            PUT    | /people/P/tags/64a0c3f00003000000000003 |  | /channels/C/person       | "name":"webinar"
            PATCH  | /people/P | {"email":"fresh@example.org"}      | /people/P                | fresh@example.org
            PATCH  | /people/P | {"email":"fresh@example.org"}      | /people?phone=%2B12025550101 | fresh@example.org
            PATCH  | /people/P | {"email":"fresh@example.org"}      | /people?email=fresh@example.org | fresh@example.org
            PATCH  | /people/P | {"email":"fresh@example.org"}      | /orders/O?expand=person  | fresh@example.org
            PATCH  | /people/P | {"email":"fresh@example.org"}      | /channels/C/person       | fresh@example.org
            PATCH  | /orders/O | {"status":"RESOLVED","price":7.77} | /orders/O                | 7.77
            PATCH  | /orders/O | {"status":"RESOLVED","price":7.77} | /orders?limit=100 | 7.77
            PATCH  | /orders/O | {"status":"RESOLVED","price":7.77} | /people/P/orders         | 7.77
            PATCH  | /orders/O | {"status":"RESOLVED","price":7.77} | /people/P?expand=orders  | 7.77
            POST   | /orders   | {"personId":"P","offerId":"64a0c3f0000c000000000001","paymentCreditsId":"64a0c3f0000d000000000001"} | /people/P/orders | 64a0c3f0000b0000000000c9
            POST   | /orders   | {"personId":"P","offerId":"64a0c3f0000c000000000001","paymentCreditsId":"64a0c3f0000d000000000001"} | /orders | 64a0c3f0000b0000000000c9
            POST   | /orders   | {"personId":"P","offerId":"64a0c3f0000c000000000001","paymentCreditsId":"64a0c3f0000d000000000001"} | /channels/C/person | 64a0c3f0000b0000000000c9
            POST   | /orders   | {"personId":"P","offerId":"64a0c3f0000c000000000001","paymentCreditsId":"64a0c3f0000d000000000001"} | /orders/64a0c3f0000b0000000000c9 | "personId"
            POST   | /people   | {"name":"Newcomer Test"}           | /people                  | Newcomer Test
            POST   | /people   | {"name":"Newcomer Test"}           | /channels                | Newcomer Test
            POST   | /people/sms-imports | {"people":[{"name":"Imported Test","email":"i@example.org","phone":"+12025550177"}],"connectionId":"64a0c3f00004000000000005"} | /people | Imported Test
            POST   | /channels/C/messages | {"text":"Hello there, test"} | /channels/C/messages | Hello there, test
            POST   | /channels/C/subscriptions | {"tunnelId":"64a0c3f00006000000000003","blockId":"64a0c3f00007000000000007"} | /people/P | 64a0c3f00006000000000003
            POST   | /channels/C/subscriptions | {"tunnelId":"64a0c3f00006000000000003","blockId":"64a0c3f00007000000000007"} | /channels/C/person | 64a0c3f00006000000000003
            """)
    void changeIsVisibleToTheNextRead(
            String method, String change, @Nullable String body, String read, String expected) {
        var path = "/api/v1" + withIds(read);
        if (read.contains("expand=person")) {
            here.get(PERSON);
        }
        assertThat(here.get(path).body()).doesNotContain(expected);
        assertThat(there.get(path).body()).doesNotContain(expected);

        var reply = here.send(method, "/api/v1" + withIds(change), body == null ? "" : withIds(body));

        assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
        assertThat(here.get(path).body()).contains(expected);
        assertThat(there.get(path).body()).contains(expected);
    }

    @Test
    void createdPersonIsFoundEvenIfSomebodyAskedForItBefore() {
        var earlier = here.send("POST", "/api/v1/people", "{\"name\":\"Earlier Test\"}")
                .json();
        var person = "/api/v1/people/" + next(earlier.path("id").asString());
        var channel = "/api/v1/channels/" + next(earlier.path("channelId").asString()) + "/person";
        assertThat(here.get(person).status()).isEqualTo(404);
        assertThat(there.get(channel).status()).isEqualTo(404);

        var created = here.send("POST", "/api/v1/people", "{\"name\":\"Newcomer Test\"}");

        assertThat(created.header("Location")).isEqualTo(person);
        assertThat(here.get(person).status()).isEqualTo(200);
        assertThat(there.get(channel).status()).isEqualTo(200);
    }

    /** The simulated Leeloo gives a person and its channel two ids after those of the person before. */
    private static String next(String id) {
        return "64a0c3f00001" + "%012x".formatted(Long.parseLong(id.substring(12), 16) + 2);
    }

    @Test
    void removedTagIsNotServed() {
        here.get(PERSON);

        here.send("DELETE", PERSON + "/tags/64a0c3f00003000000000001", "");

        assertThat(here.get(PERSON).json().path("tags").toString()).doesNotContain("vip");
    }

    @Test
    void changeOfUnknownOutcomeInvalidatesEntries() {
        here.get(PERSON);
        there.get(PERSON);

        var reply = here.send("PUT", WEBINAR, "", "X-Sandbox-Fault", "cut-after-apply");

        assertThat(reply.json().path("outcome").asString()).isEqualTo("unknown");
        assertThat(here.get(PERSON).body()).contains("\"name\":\"webinar\"");
        assertThat(there.get(PERSON).body()).contains("\"name\":\"webinar\"");
    }

    @ParameterizedTest
    @CsvSource({PERSON, "/api/v1/people?phone=%2B12025550101", "/api/v1/channels/" + CHANNEL + "/person"})
    void loadFromBeforeTheChangeIsNeitherJoinedNorStored(String path) {
        here.get("/api/v1/tags");
        var leelooPath = path.contains("channels")
                ? "/communication-channels"
                : path.contains("?") ? "/people" : "/people/" + ANNA;
        here.injectFault("hang-after-apply=2500", 1, leelooPath);
        var before = CompletableFuture.supplyAsync(() -> here.get(path));
        await().until(() -> !here.calls(leelooPath).isEmpty());

        assertThat(here.send("PUT", WEBINAR, "").status()).isEqualTo(204);

        assertThat(there.get(path).body()).contains("\"name\":\"webinar\"");
        assertThat(here.get(path).body()).contains("\"name\":\"webinar\"");
        assertThat(before.join().status()).isEqualTo(200);
        assertThat(here.get(path).body()).contains("\"name\":\"webinar\"");
        assertThat(there.get(path).body()).contains("\"name\":\"webinar\"");
    }

    @Test
    void loadOfAPersonFromBeforeTheChangeOfAnOrderIsNeitherJoinedNorStored() {
        var path = PERSON + "/orders";
        here.injectFault("hang-after-apply=2500", 1, "/people/" + ANNA);
        var before = CompletableFuture.supplyAsync(() -> here.get(path));
        await().until(() -> !here.calls("/people/" + ANNA).isEmpty());

        var reply = here.send("PATCH", "/api/v1" + withIds("/orders/O"), "{\"status\":\"RESOLVED\",\"price\":7.77}");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(there.get(path).body()).contains("7.77");
        assertThat(here.get(path).body()).contains("7.77");
        assertThat(before.join().status()).isEqualTo(200);
        assertThat(here.get(path).body()).contains("7.77");
    }

    @Test
    void personReadDuringTheChangeOfAnOrderIsLoadedAgain() {
        var path = PERSON + "/orders";
        here.injectFault("slow-first-byte=1500", 1, "/orders");
        var change = CompletableFuture.supplyAsync(
                () -> here.send("PATCH", "/api/v1" + withIds("/orders/O"), "{\"status\":\"RESOLVED\",\"price\":7.77}"));
        await().until(() -> !here.calls("/orders").isEmpty());
        assertThat(here.get(path).body()).doesNotContain("7.77");

        assertThat(change.join().status()).isEqualTo(204);
        assertThat(here.get(path).body()).contains("7.77");
        assertThat(there.get(path).body()).contains("7.77");
    }

    private static String withIds(String text) {
        return text.replace("/P", "/" + ANNA)
                .replace("\"P\"", "\"" + ANNA + "\"")
                .replace("/C/", "/" + CHANNEL + "/")
                .replace("/O", "/64a0c3f0000b000000000001");
    }
}
