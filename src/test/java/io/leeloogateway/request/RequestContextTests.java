package io.leeloogateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class RequestContextTests {

    @AfterEach
    void clear() {
        MDC.clear();
    }

    /** In ECS, {@code client} is an object with the network address. */
    @Test
    void mdcKeyOfTheClientDoesNotConflictWithEcs() {
        var context = new RequestContext("some-request", Deadline.after(Deadline.DEFAULT));

        context.setCaller(new Caller("client-of-shop", "Shop", null, Set.of()));

        assertThat(MDC.getCopyOfContextMap()).containsOnly(Map.entry("clientId", "client-of-shop"));
    }
}
