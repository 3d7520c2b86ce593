package io.leeloogateway.lifecycle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway stops.
 *
 * @param drainDelay how long requests are still taken after SIGTERM, while readiness is down already: longer than whoever spreads the load takes to
 *     notice. Then what is under way is finished, for up to 30 s
 */
@ConfigurationProperties("gateway.lifecycle")
record LifecycleProperties(@DefaultValue("5s") Duration drainDelay) {

    LifecycleProperties {
        if (drainDelay.isNegative()) {
            throw new IllegalArgumentException("gateway.lifecycle.drain-delay has a value that cannot work");
        }
    }
}
