package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.fixtures.SecondGateway;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

class TracingIntegrationTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void traceOfTheCallerContinuesToLeeloo() {
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

    @Test
    void spansHavePathTemplatesAndNoPersonalData() {
        try (var spans = new SpanCollector()) {
            sendVariousRequests(spans.setting());

            assertThat(spans.received())
                    .contains("http get /api/v1/people", "http get", "http.url")
                    .doesNotContain("79991234567", "anna@", "anna%40", "Anna", "queryParam");
        }
    }

    /** The gateway exports its remaining spans when it stops. */
    private static void sendVariousRequests(String setting) {
        try (var leeloo = new RawLeeloo();
                var gateway = SecondGateway.start(
                        "--gateway.leeloo.base-url=" + leeloo.url(),
                        "--management.tracing.sampling.probability=1",
                        setting)) {
            var key = gateway.context().getEnvironment().getRequiredProperty("gateway.access.demo-key");
            var client = RestTestClient.bindToServer()
                    .baseUrl(gateway.address())
                    .defaultHeader("Authorization", "Bearer " + key)
                    .build();

            for (var mode :
                    List.of(RawResponseMode.respond(200, "{\"status\":1,\"data\":{}}"), RawResponseMode.close())) {
                leeloo.behave(mode);
                client.get().uri("/api/v1/people?phone={phone}", "+79991234567").exchange();
                client.get()
                        .uri("/api/v1/people?email={email}", "anna@example.org")
                        .exchange();
                post(client, "{\"name\":\"Anna Sample\",\"phone\":\"+79991234567\"}");
            }
            client.get().uri("/api/v1/people/+79991234567").exchange();
            client.get().uri("/api/v1/no-such-thing/anna@example.org").exchange();
            post(client, "{\"name\":\"Anna Sample\",\"phone\":79991234567 oops");
        }
    }

    private static void post(RestTestClient client, String body) {
        client.post()
                .uri("/api/v1/people")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }
}
