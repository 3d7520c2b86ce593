package io.leeloogateway.audit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.request.CacheResult;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UpstreamCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class AuditDetailsTests {

    @Test
    void hundredReadsAndHundredCallsAreListed() {
        var context = new RequestContext("r-1", Deadline.after(Duration.ofSeconds(5)));
        for (var i = 0; i < 101; i++) {
            context.addCacheResult(new CacheResult(Duration.ofSeconds(i), Duration.ZERO, "hit"));
            context.audit().addUpstreamCall(new UpstreamCall(Instant.EPOCH, Duration.ofMillis(i), "200"));
        }

        var details = AuditDetails.of(context, new MockHttpServletResponse());

        assertThat((List<?>) details.get(AuditDetails.READS)).hasSize(100);
        assertThat((List<?>) details.get(AuditDetails.ATTEMPTS)).hasSize(100);
    }
}
