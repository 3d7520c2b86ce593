package io.leeloogateway.leeloo.http;

import java.util.Objects;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells how calls to Leeloo went last; the gateway itself is well either way. */
@Component("leelooHealthIndicator")
class LeelooHealthIndicator implements HealthIndicator {

    private static final String NEVER = "never";

    private final CallMetrics calls;

    LeelooHealthIndicator(CallMetrics calls) {
        this.calls = calls;
    }

    @Override
    public Health health() {
        var answer = calls.lastAnswer();
        var failure = calls.lastFailure();
        var fails = failure != null && (answer == null || answer.isBefore(failure));
        return Health.up()
                .withDetail("state", fails ? "failing" : answer == null ? "not asked yet" : "answering")
                .withDetail("lastAnswer", Objects.requireNonNullElse(answer, NEVER))
                .withDetail("lastFailure", Objects.requireNonNullElse(failure, NEVER))
                .withDetail("callsInLastMinute", calls.callsInLastMinute())
                .build();
    }
}
