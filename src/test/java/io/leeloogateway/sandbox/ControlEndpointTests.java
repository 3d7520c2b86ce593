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

    private final SandboxClient leeloo;

    @Autowired
    ControlEndpointTests(SandboxClient leeloo) {
        this.leeloo = leeloo;
    }

    @Test
    void orderedFaultsMeetTheNextCalls() {
        order("{\"kind\":\"html-502\",\"calls\":2}");

        var statuses = Stream.of("/tags", "/users", "/tunnels")
                .map(path -> leeloo.call("GET", path).send().statusCode());

        assertThat(statuses).containsExactly(502, 502, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/people", "/sandbox/leeloo/api/v2/people"})
    void orderedFaultsMeetOnlyTheirPath(String path) {
        order("{\"kind\":\"throttled-retry-after=3\",\"path\":\"" + path + "\"}");

        var tags = leeloo.call("GET", "/tags").send();
        var people = leeloo.call("GET", "/people").send();

        assertThat(tags.statusCode()).isEqualTo(200);
        assertThat(people.headers().firstValue("Retry-After")).hasValue("3");
    }

    @Test
    void orderedFaultsAreListedAndCleared() {
        var ordered = order("{\"kind\":\"slow-drip\",\"calls\":5,\"path\":\"/tags\"}");
        var listed = leeloo.bare("GET", "/faults").send();

        leeloo.bare("DELETE", "/faults").send();

        assertThat(ordered.body())
                .isEqualTo("{\"items\":[{\"kind\":\"slow-drip=100\",\"calls\":5,\"path\":\"/tags\"}]}");
        assertThat(listed.body()).isEqualTo(ordered.body());
        assertThat(leeloo.bare("GET", "/faults").send().body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void unknownFaultsAreNotTaken() {
        var unknown = order("{\"kind\":\"no-such-fault\"}");
        var nothing = order("{\"calls\":2}");
        var never = order("{\"kind\":\"cut\",\"calls\":0}");

        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("throttled-retry-after", "wrong-shape");
        assertThat(nothing.body()).contains("\"kind\":\"REQUIRED\"");
        assertThat(never.body()).contains("\"calls\":\"NOT_ALLOWED_VALUE\"");
        assertThat(leeloo.bare("GET", "/faults").send().body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void wireCallsAreSeenInTheirOrderWithoutTheirQuery() {
        leeloo.call("GET", "/people?filter%5Bphone%5D=1")
                .header("X-Request-Id", "story-3")
                .send();
        leeloo.call("POST", "/orders").fault("html-502").send();

        var calls = leeloo.bare("GET", "/calls").send();

        assertThat(calls.body())
                .isEqualTo("{\"items\":[{\"method\":\"GET\",\"path\":\"/sandbox/leeloo/api/v2/people\","
                        + "\"requestId\":\"story-3\",\"status\":200},{\"method\":\"POST\","
                        + "\"path\":\"/sandbox/leeloo/api/v2/orders\",\"requestId\":null,\"status\":502}]}");
    }

    @Test
    void aCallThatHangsIsSeenBeforeItsAnswer() {
        var call = leeloo.call("GET", "/tags").fault("slow-first-byte").timeout(Duration.ofMillis(300));
        assertThatThrownBy(call::trySend).isInstanceOf(HttpTimeoutException.class);

        var calls = SandboxClient.json(leeloo.bare("GET", "/calls").send());

        assertThat(calls.at("/items/0/path").asString()).endsWith("/tags");
        assertThat(calls.at("/items/0/status").asInt(-1)).isZero();
    }

    @Test
    void onlyTheLastThousandCallsAreKept() {
        var log = new CallLog();
        IntStream.rangeClosed(1, 1_001).forEach(it -> log.add("GET", "/" + it, null));

        var items = log.items();

        assertThat(items.size()).isEqualTo(1_000);
        assertThat(items.at("/0/path").asString()).isEqualTo("/2");
        assertThat(items.at("/999/path").asString()).isEqualTo("/1001");
    }

    @Test
    void seenCallsAreCleared() {
        leeloo.get("/tags");

        leeloo.bare("DELETE", "/calls").send();

        assertThat(leeloo.bare("GET", "/calls").send().body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void countsProveThatAChangeWasAppliedOnce() {
        leeloo.put("/people/" + SeedIds.ANNA + "/add-comment", "{\"comment\":\"Called back\"}");

        var counts = SandboxClient.json(leeloo.bare("GET", "/counts").send());

        assertThat(counts.path("comment").asInt()).isEqualTo(1);
        assertThat(counts.path("person").asInt()).isEqualTo(300);
        assertThat(counts.path("call").asInt(-1)).isZero();
    }

    @Test
    void aResetBringsTheSeedBack() {
        var seed = leeloo.get("/people/" + SeedIds.ANNA);
        leeloo.put("/people/" + SeedIds.ANNA + "/add-tag", "{\"tag_id\":\"" + SeedIds.TAG_WEBINAR + "\"}");
        leeloo.post("/people", "{\"name\":\"Nina\"}");
        order("{\"kind\":\"html-502\"}");

        leeloo.reset();

        assertThat(leeloo.bare("GET", "/calls").send().body()).isEqualTo("{\"items\":[]}");
        assertThat(leeloo.get("/people/" + SeedIds.ANNA)).isEqualTo(seed);
        assertThat(leeloo.get("/people").at("/meta/totalCount").asInt()).isEqualTo(300);
    }

    @Test
    void aResetEndsSilences() {
        var hanging = CompletableFuture.supplyAsync(
                () -> leeloo.call("GET", "/tags").fault("hang-after-apply").send());
        await(() -> leeloo.bare("GET", "/calls").send().body().contains("/tags"));

        await(() -> {
            leeloo.reset();
            return hanging.isDone();
        });

        assertThat(hanging.join().statusCode()).isEqualTo(200);
    }

    @Test
    void otherControlsAreUnknown() {
        var response = leeloo.bare("PATCH", "/faults").send();

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("\"status\":0");
    }

    private HttpResponse<String> order(String body) {
        return leeloo.bare("POST", "/faults").body(body).send();
    }

    private static void await(BooleanSupplier fact) {
        assertThat(Stream.generate(fact::getAsBoolean).limit(10_000).anyMatch(it -> it))
                .isTrue();
    }
}
