package io.leeloogateway.leeloo.http;

import java.util.Objects;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reports the results of the last calls to Leeloo. The status is always up, because the gateway works without Leeloo. */
@Component("leelooHealthIndicator")
class LeelooHealthIndicator implements HealthIndicator {

    private static final String NEVER = "never";

    private final CallMetrics calls;
    private final CallBreakers breakers;

    LeelooHealthIndicator(CallMetrics calls, CallBreakers breakers) {
        this.calls = calls;
        this.breakers = breakers;
    }

    @Override
    public Health health() {
        var success = calls.lastSuccess();
        var failure = calls.lastFailure();
        var isFailing = failure != null && (success == null || success.isBefore(failure));
        return Health.up()
                .withDetail("state", isFailing ? "failing" : success == null ? "not called yet" : "responding")
                .withDetail("lastSuccess", Objects.requireNonNullElse(success, NEVER))
                .withDetail("lastFailure", Objects.requireNonNullElse(failure, NEVER))
                .withDetail("callsInLastMinute", calls.callsInLastMinute())
                .withDetail(
                        "readsCircuitBreaker",
                        CallBreakers.name(breakers.reads().state()))
                .withDetail(
                        "changesCircuitBreaker",
                        CallBreakers.name(breakers.changes().state()))
                .build();
    }
}
