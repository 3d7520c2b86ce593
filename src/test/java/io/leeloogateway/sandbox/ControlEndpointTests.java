package io.leeloogateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class ControlEndpointTests {

    @Autowired
    SandboxClient leeloo;

    @Test
    void queuedFaultsApplyToTheNextCalls() {
        addFault("{\"kind\":\"html-502\",\"calls\":2}");

        var statuses = Stream.of("/tags", "/users", "/tunnels")
                .map(path -> leeloo.call("GET", path).send().statusCode());

        assertThat(statuses).containsExactly(502, 502, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/people", "/sandbox/leeloo/api/v2/people"})
    void queuedFaultsApplyOnlyToTheirPath(String path) {
        addFault("{\"kind\":\"throttled-retry-after=3\",\"path\":\"" + path + "\"}");

        var tags = leeloo.call("GET", "/tags").send();
        var people = leeloo.call("GET", "/people").send();

        assertThat(tags.statusCode()).isEqualTo(200);
        assertThat(people.headers().firstValue("Retry-After")).hasValue("3");
    }

    @Test
    void queuedFaultsAreListedAndCleared() {
        var added = addFault("{\"kind\":\"slow-drip\",\"calls\":5,\"path\":\"/tags\"}");
        var listed = leeloo.withoutToken("GET", "/faults").send();

        leeloo.withoutToken("DELETE", "/faults").send();

        assertThat(added.body()).isEqualTo("{\"items\":[{\"kind\":\"slow-drip=100\",\"calls\":5,\"path\":\"/tags\"}]}");
        assertThat(listed.body()).isEqualTo(added.body());
        assertThat(leeloo.withoutToken("GET", "/faults").send().body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void invalidFaultsAreRejected() {
        var unknown = addFault("{\"kind\":\"no-such-fault\"}");
        var withoutKind = addFault("{\"calls\":2}");
        var withoutCalls = addFault("{\"kind\":\"cut\",\"calls\":0}");

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("throttled-retry-after", "wrong-shape");
        assertThat(withoutKind.body()).contains("\"kind\":\"REQUIRED\"");
        assertThat(withoutCalls.body()).contains("\"calls\":\"NOT_ALLOWED_VALUE\"");
        assertThat(leeloo.withoutToken("GET", "/faults").send().body()).isEqualTo("{\"items\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"cut\",\"calls\":1000001}",
                "{\"kind\":\"cut\",\"calls\":4294967297}",
                "{\"kind\":\"cut\",\"calls\":0.5}",
                "{\"kind\":\"cut=1\"}",
                "{\"kind\":\"slow-first-byte=120001\"}",
                "{\"kind\":\"hang-after-apply=99999999999\"}",
                "{\"kind\":\"slow-drip=999999999\"}",
                "{\"kind\":\"throttled-retry-after=86401\"}"
            })
    void absurdNumbersAreRejected(String fault) {
        assertThat(addFault(fault).body()).containsAnyOf("NOT_ALLOWED_VALUE", "must be 0 to");
        assertThat(leeloo.withoutToken("GET", "/faults").send().body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void queueOfFaultsIsBounded() {
        for (var count = 0; count < 1000; count++) {
            addFault("{\"kind\":\"cut\"}");
        }

        assertThat(addFault("{\"kind\":\"cut\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void callsAreListedInOrderWithoutTheirQuery() {
        leeloo.call("GET", "/people?filter%5Bphone%5D=1")
                .header("X-Request-Id", "request-3")
                .send();
        leeloo.call("POST", "/orders").fault("html-502").send();

        var calls = leeloo.withoutToken("GET", "/calls").send();

        assertThat(calls.body())
                .isEqualTo("{\"items\":[{\"method\":\"GET\",\"path\":\"/sandbox/leeloo/api/v2/people\","
                        + "\"requestId\":\"request-3\",\"status\":200},{\"method\":\"POST\","
                        + "\"path\":\"/sandbox/leeloo/api/v2/orders\",\"requestId\":null,\"status\":502}]}");
    }

    @Test
    void hangingCallIsListedBeforeItsResponse() {
        var call = leeloo.call("GET", "/tags").fault("slow-first-byte").timeout(Duration.ofMillis(300));
        assertThatThrownBy(call::trySend).isInstanceOf(HttpTimeoutException.class);

        var calls = SandboxClient.json(leeloo.withoutToken("GET", "/calls").send());

        assertThat(calls.at("/items/0/path").asString()).endsWith("/tags");
        assertThat(calls.at("/items/0/status").asInt(-1)).isZero();
    }

    @Test
    void onlyTheLastThousandCallsAreStored() {
        var log = new CallLog();
        IntStream.rangeClosed(1, 1_001).forEach(it -> log.add("GET", "/" + it, null));

        var items = log.items();

        assertThat(items.size()).isEqualTo(1_000);
        assertThat(items.at("/0/path").asString()).isEqualTo("/2");
        assertThat(items.at("/999/path").asString()).isEqualTo("/1001");
    }

    @Test
    void callsAreCleared() {
        leeloo.get("/tags");

        leeloo.withoutToken("DELETE", "/calls").send();

        assertThat(leeloo.withoutToken("GET", "/calls").send().body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void countsShowThatAChangeWasAppliedOnce() {
        leeloo.put("/people/" + SeedIds.ANNA + "/add-comment", "{\"comment\":\"Called back\"}");

        var counts = SandboxClient.json(leeloo.withoutToken("GET", "/counts").send());

        assertThat(counts.path("comment").asInt()).isEqualTo(1);
        assertThat(counts.path("person").asInt()).isEqualTo(300);
        assertThat(counts.path("call").asInt(-1)).isZero();
    }

    @Test
    void resetRestoresTheSeed() {
        var seed = leeloo.get("/people/" + SeedIds.ANNA);
        leeloo.put("/people/" + SeedIds.ANNA + "/add-tag", "{\"tag_id\":\"" + SeedIds.TAG_WEBINAR + "\"}");
        leeloo.post("/people", "{\"name\":\"Nina\"}");
        addFault("{\"kind\":\"html-502\"}");

        leeloo.reset();

        assertThat(leeloo.withoutToken("GET", "/calls").send().body()).isEqualTo("{\"items\":[]}");
        assertThat(leeloo.get("/people/" + SeedIds.ANNA)).isEqualTo(seed);
        assertThat(leeloo.get("/people").at("/meta/totalCount").asInt()).isEqualTo(300);
    }

    @Test
    void resetEndsDelays() {
        var hanging = CompletableFuture.supplyAsync(
                () -> leeloo.call("GET", "/tags").fault("hang-after-apply").send());
        await(() -> leeloo.withoutToken("GET", "/calls").send().body().contains("/tags"));

        await(() -> {
            leeloo.reset();
            return hanging.isDone();
        });

        assertThat(hanging.join().statusCode()).isEqualTo(200);
    }

    @Test
    void unknownControlRoutesAre404() {
        var response = leeloo.withoutToken("PATCH", "/faults").send();

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("\"status\":0");
    }

    private HttpResponse<String> addFault(String body) {
        return leeloo.withoutToken("POST", "/faults").body(body).send();
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Stream.generate(condition::getAsBoolean).limit(10_000).anyMatch(it -> it))
                .isTrue();
    }
}
