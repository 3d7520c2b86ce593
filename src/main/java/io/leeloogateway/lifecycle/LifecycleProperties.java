package io.leeloogateway.lifecycle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the start and of a graceful shutdown.
 *
 * @param drainDelay the time after SIGTERM in which readiness is down but requests are still served: longer than the load balancer needs to notice.
 *     Afterwards requests in progress have 30 s to complete
 * @param migrate whether the start migrates the database; if not, it waits until the command {@code migrate} has done so
 */
@ConfigurationProperties("gateway.lifecycle")
record LifecycleProperties(
        @DefaultValue("5s") Duration drainDelay,
        @DefaultValue("true") boolean migrate) {

    LifecycleProperties {
        if (drainDelay.isNegative()) {
            throw new IllegalArgumentException("gateway.lifecycle.drain-delay must not be negative");
        }
    }
}
