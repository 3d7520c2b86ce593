package io.leeloogateway.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.sandbox.SandboxClient;
import io.leeloogateway.sandbox.SandboxTest;
import io.leeloogateway.sandbox.SeedIds;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.core.JacksonException;

@SandboxTest
class FaultsTests {

    @Autowired
    SandboxClient leeloo;

    @Test
    void throttledIsPlainText() {
        var response = leeloo.call("GET", "/tags").fault("throttled").send();

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).isEqualTo("Too many requests, please try again later.");
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(response.headers().firstValue("Retry-After")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"throttled-retry-after,7", "throttled-retry-after=42,42"})
    void throttledResponseHasRetryAfter(String fault, String seconds) {
        var response = leeloo.call("GET", "/tags").fault(fault).send();

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).hasValue(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "error-200,200,phone,NOT_VALID_PHONE_NUMBER",
        "error-400,400,phone,NOT_VALID_PHONE_NUMBER",
        "error-401,401,authToken,NOT_VALID"
    })
    void errorsHaveDifferentStatuses(String fault, int status, String field, String reason) {
        var response = leeloo.call("GET", "/tags").fault(fault).send();

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(SandboxClient.json(response).path("status").asInt(1)).isZero();
        assertThat(SandboxClient.json(response).at("/error/fields/" + field).asString())
                .isEqualTo(reason);
    }

    @Test
    void brokenProxyReturnsHtml() {
        var response = leeloo.call("GET", "/tags").fault("html-502").send();

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(response.body()).contains("<h1>502 Bad Gateway</h1>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "truncated"})
    void someResponsesAreNotJson(String fault) {
        var response = leeloo.call("GET", "/tags").fault(fault).send();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValueAsLong("Content-Length"))
                .hasValue(response.body().length());
        assertThatThrownBy(() -> SandboxClient.json(response)).isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "cut-after-apply"})
    void cutResponsesEndEarly(String fault) {
        var call = leeloo.call("GET", "/tags").fault(fault);

        assertThatThrownBy(call::trySend).isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throttled",
                "throttled-retry-after",
                "error-200",
                "error-400",
                "error-401",
                "html-502",
                "garbage",
                "cut"
            })
    void faultBeforeTheChangePreventsTheChange(String fault) {
        trySend(leeloo.call("POST", "/people").body("{\"name\":\"Nina\"}").fault(fault));

        assertThat(people()).isEqualTo(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "truncated",
                "cut-after-apply",
                "hang-after-apply=1",
                "slow-first-byte=1",
                "slow-drip=0",
                "wrong-shape",
                "not-defined"
            })
    void faultAfterTheChangeDamagesOnlyTheResponse(String fault) {
        trySend(leeloo.call("POST", "/people").body("{\"name\":\"Nina\"}").fault(fault));

        assertThat(people()).isEqualTo(301);
    }

    @Test
    void slowFirstByteDelaysTheChange() {
        var call = leeloo.call("POST", "/people")
                .body("{\"name\":\"Nina\"}")
                .fault("slow-first-byte")
                .timeout(Duration.ofMillis(300));

        assertThatThrownBy(call::trySend).isInstanceOf(HttpTimeoutException.class);
        assertThat(people()).isEqualTo(300);
    }

    @Test
    void hangAfterApplyDelaysTheResponse() {
        var call = leeloo.call("POST", "/people")
                .body("{\"name\":\"Nina\"}")
                .fault("hang-after-apply")
                .timeout(Duration.ofMillis(300));

        assertThatThrownBy(call::trySend).isInstanceOf(HttpTimeoutException.class);
        assertThat(people()).isEqualTo(301);
    }

    @Test
    void delayLastsAsLongAsRequested() {
        long begun = System.nanoTime();

        var response = leeloo.call("GET", "/tags").fault("slow-first-byte=120").send();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        assertThat(SandboxClient.json(response).path("status").asInt()).isEqualTo(1);
    }

    @Test
    void slowDripSendsTheWholeResponse() {
        long begun = System.nanoTime();

        var response = leeloo.call("GET", "/users/" + SeedIds.USER)
                .fault("slow-drip=2")
                .send();

        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(SandboxClient.json(response)).isEqualTo(leeloo.get("/users/" + SeedIds.USER));
        assertThat(took)
                .isGreaterThanOrEqualTo(Duration.ofMillis(2L * response.body().length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-fault", "slow-drip=fast", "throttled=-1", ""})
    void unknownFaultIsRejectedWithTheListOfFaults(String fault) {
        var response = leeloo.call("GET", "/tags").fault(fault).send();

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    }

    @ParameterizedTest
    @EnumSource
    void guideDescribesEachFault(FaultKind kind) {
        assertThat(Path.of("docs/sandbox.md")).content().contains("`" + kind.wireName() + "`");
    }

    private int people() {
        return leeloo.get("/people?limit=1").at("/meta/totalCount").asInt();
    }

    private static void trySend(SandboxClient.Call call) {
        try {
            assertThat(call.trySend().statusCode()).isPositive();
        } catch (IOException e) {
            assertThat(e).isNotInstanceOf(HttpTimeoutException.class);
        }
    }
}
