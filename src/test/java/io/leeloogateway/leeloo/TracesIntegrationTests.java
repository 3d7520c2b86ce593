package io.leeloogateway.leeloo;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.access.SecondGateway;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

class TracesIntegrationTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void aCallersTraceGoesOnToLeeloo() {
        try (var leeloo = new RawLeeloo();
                var gateway = SecondGateway.start("--gateway.leeloo.base-url=" + leeloo.url())) {
            var key = gateway.context().getEnvironment().getRequiredProperty("gateway.access.demo-key");
            var client =
                    RestTestClient.bindToServer().baseUrl(gateway.address()).build();

            client.get()
                    .uri("/api/v1/tags")
                    .header("Authorization", "Bearer " + key)
                    .header("Cache-Control", "no-cache")
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .exchange();

            assertThat(leeloo.requests().getFirst()).containsIgnoringCase("traceparent: 00-" + TRACE);
        }
    }
}
