package io.leeloogateway.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.sandbox.SandboxClient;
import io.leeloogateway.sandbox.SandboxTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class FaultFilterTests {

    @Autowired
    SandboxClient leeloo;

    @Test
    void faultOfAGatewayRequestAppliesToAllItsCalls() {
        var response = leeloo.gateway("/api/v1/tags")
                .header("X-Request-Id", "story-1")
                .fault("html-502")
                .send();

        assertThat(response.body()).isEqualTo("502 502 story-1");
    }

    @Test
    void requestWithoutAnIdGetsAnId() {
        var response = leeloo.gateway("/api/v1/tags").fault("html-502").send();

        assertThat(response.body()).matches("502 502 [A-Za-z0-9-]{36}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "Ünlaut", "semi;colon"})
    void invalidRequestIdIsReplaced(String id) {
        var response = leeloo.gateway("/api/v1/tags")
                .header("X-Request-Id", id)
                .fault("html-502")
                .send();

        assertThat(response.body()).matches("502 502 [A-Za-z0-9-]{36}");
    }

    @Test
    void faultEndsWithItsRequest() {
        leeloo.gateway("/api/v1/tags")
                .header("X-Request-Id", "story-2")
                .fault("html-502")
                .send();

        var response =
                leeloo.gateway("/api/v1/tags").header("X-Request-Id", "story-2").send();

        assertThat(response.body()).isEqualTo("200 200 story-2");
    }

    @Test
    void requestWithoutAFaultIsUnchanged() {
        var response = leeloo.gateway("/api/v1/tags").send();

        assertThat(response.body()).isEqualTo("200 200 null");
    }

    @Test
    void unknownFaultIsRejectedBeforeTheGateway() {
        var response = leeloo.gateway("/api/v1/tags").fault("no-such-fault").send();

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("unknown fault \"no-such-fault\"; known are: none, throttled,");
    }

    @Test
    void faultOfTheCallOverridesTheFaultOfTheRequest() {
        leeloo.withoutToken("POST", "/faults")
                .body("{\"kind\":\"html-502\",\"calls\":2}")
                .send();

        var response = leeloo.call("GET", "/tags").fault("none").send();

        assertThat(response.statusCode()).isEqualTo(200);
    }
}
