package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.connections.ConnectionLimits;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.FilterChain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

class RequestsInProgressFilterTests {

    /** Two requests of a client at a time. */
    private static final ConnectionLimits LIMITS = new ConnectionLimits(12, 12, 1);

    private final List<Exception> refusals = new ArrayList<>();
    private final List<String> served = new ArrayList<>();
    private final RequestsInProgressFilter filter = new RequestsInProgressFilter(LIMITS, (_, _, _, refusal) -> {
        refusals.add(refusal);
        return new ModelAndView();
    });

    @Test
    void thirdRequestOfAClientIsRefusedAndOthersAreServed() {
        serve(
                "crm",
                () -> serve("crm", () -> {
                    serve("crm", () -> {});
                    serve("shop", () -> {});
                }));

        assertThat(refusals).singleElement().isInstanceOf(TooManyRequestsInProgress.class);
        assertThat(served).containsExactly("crm", "crm", "shop");
    }

    @Test
    void endedRequestsDoNotCount() {
        for (var i = 0; i < 5; i++) {
            serve("crm", () -> serve("crm", () -> {}));
        }

        assertThat(refusals).isEmpty();
        assertThat(served).hasSize(10);
    }

    private void serve(String clientId, Runnable meanwhile) {
        var context = new RequestContext("request", Deadline.after(Duration.ofMinutes(1)));
        context.setCaller(new Caller(clientId, clientId, null, Set.of()));
        FilterChain chain = (_, _) -> {
            served.add(clientId);
            meanwhile.run();
        };
        context.run(() -> {
            try {
                filter.doFilter(new MockHttpServletRequest("GET", "/"), new MockHttpServletResponse(), chain);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return clientId;
        });
    }
}
