package io.leeloogateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestMetricsFilterTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RequestMetricsFilter meter = new RequestMetricsFilter(meters, new ClientTags());

    @Test
    void exceptionCountsAsServerError() {
        assertThatThrownBy(() -> serve("shop", (_, _) -> {
                    throw new IllegalStateException("crashed");
                }))
                .hasMessage("crashed");

        assertThat(count("5xx")).isOne();
        assertThat(count("2xx")).isZero();
    }

    @Test
    void closedConnectionDoesNotCountAsServerError() {
        assertThatThrownBy(() -> serve("shop", (_, _) -> {
                    throw new IOException("broken pipe");
                }))
                .hasMessage("broken pipe");

        assertThat(count("5xx")).isZero();
    }

    @Test
    void allStatusesExistBeforeTheFirstRequest() {
        assertThat(meters.find("gateway.requests").timers())
                .extracting(timer -> timer.getId().getTag("status"))
                .containsExactlyInAnyOrder("2xx", "3xx", "4xx", "5xx");
    }

    @Test
    void clientsAfterTheHundredthShareOneTagValue() throws Exception {
        for (var client = 0; client < 500; client++) {
            serve("client-" + client, (_, _) -> {});
        }

        assertThat(meters.find("gateway.requests").timers()).hasSizeLessThan(110);
        assertThat(meters.get("gateway.requests")
                        .tag("client", "others")
                        .timer()
                        .count())
                .isEqualTo(400);
    }

    private void serve(String client, FilterChain chain) throws Exception {
        var context = new RequestContext("some-request", Deadline.after(Deadline.DEFAULT));
        context.setCaller(new Caller(client, client, null, Set.of()));
        context.<Object, Exception>run(() -> {
            meter.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);
            return client;
        });
    }

    private long count(String status) {
        return meters.find("gateway.requests").tag("status", status).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }
}
