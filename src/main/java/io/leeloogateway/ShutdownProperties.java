package io.leeloogateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway stops.
 *
 * @param keepServing how long requests are still taken after SIGTERM, while readiness is down already: longer than whoever spreads the load takes to
 *     notice. Then what is under way is finished, for up to 30 s
 */
@ConfigurationProperties("gateway.shutdown")
record ShutdownProperties(@DefaultValue("5s") Duration keepServing) {

    ShutdownProperties {
        if (keepServing.isNegative()) {
            throw new IllegalArgumentException("gateway.shutdown.keep-serving has a value that cannot work");
        }
    }
}
