package io.leeloogateway.leeloo.http;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the circuit breakers of reads and changes. docs/adr/020 explains the values. */
@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {

    static final Duration OPEN_DURATION = Duration.ofSeconds(1);

    /** With {@link #OPEN_DURATION}, Leeloo is asked within five seconds after its return, even if the last probe still hangs. */
    static final Duration PROBE_LIMIT = Duration.ofSeconds(3);

    static final Duration WINDOW = Duration.ofSeconds(30);

    private static final int MIN_CALLS = 10;
    private static final int FAILURE_PERCENT = 70;
    private static final long START_NANOS = System.nanoTime();

    /** The clock never jumps. */
    @Bean
    CircuitBreakerRegistry leelooCircuitBreakers() {
        InstantSource monotonic = () -> Instant.EPOCH.plusNanos(System.nanoTime() - START_NANOS);
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindow((int) WINDOW.toSeconds(), MIN_CALLS, SlidingWindowType.TIME_BASED)
                .failureRateThreshold(FAILURE_PERCENT)
                .slowCallRateThreshold(100)
                .slowCallDurationThreshold(Duration.ofHours(1))
                .waitDurationInOpenState(OPEN_DURATION)
                .permittedNumberOfCallsInHalfOpenState(1)
                .maxWaitDurationInHalfOpenState(PROBE_LIMIT.multipliedBy(2))
                .clock(monotonic.withZone(ZoneOffset.UTC))
                .build());
    }
}
