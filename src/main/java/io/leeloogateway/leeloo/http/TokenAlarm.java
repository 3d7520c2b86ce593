package io.leeloogateway.leeloo.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The alarm that the token for Leeloo is of no use: one line in the log and a metric, however many calls fail. */
@Component
class TokenAlarm {

    private static final Logger log = LoggerFactory.getLogger(TokenAlarm.class);
    private static final Duration LOG_INTERVAL = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant nextLine = Instant.MIN;
    private boolean isRaised;
    private boolean isLogged;

    TokenAlarm(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        Gauge.builder("gateway.leeloo.token.rejected", this, TokenAlarm::value)
                .description("1 while Leeloo rejects the gateway's token, or the token cannot be read")
                .register(meters);
    }

    synchronized void raise(String reason) {
        if (isRaised) {
            return;
        }
        isRaised = true;
        var now = clock.instant();
        if (!now.isBefore(nextLine)) {
            isLogged = true;
            nextLine = now.plus(LOG_INTERVAL);
            log.error("the token for Leeloo is of no use, reads get stale entries and changes are refused: {}", reason);
        }
    }

    synchronized void clear() {
        isRaised = false;
        if (isLogged) {
            isLogged = false;
            log.info("Leeloo accepts the gateway's token");
        }
    }

    private synchronized double value() {
        return isRaised ? 1 : 0;
    }
}
