package io.leeloogateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class SandboxRateLimiterTests {

    @Autowired
    SandboxClient leeloo;

    private final ManualClock clock = new ManualClock();

    @Test
    void call301IsThrottled() {
        var statuses = IntStream.rangeClosed(1, 300).map(it -> status()).distinct();
        assertThat(statuses).containsExactly(200);

        var response = leeloo.call("GET", "/users/" + SeedIds.USER).send();

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).isEqualTo("Too many requests, please try again later.");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("60");
    }

    @Test
    void controlRoutesAreNotCounted() {
        IntStream.rangeClosed(1, 301)
                .forEach(it -> leeloo.withoutToken("GET", "/counts").send());

        assertThat(status()).isEqualTo(200);
    }

    @Test
    void newWindowStartsAfterAMinute() {
        var limiter = new SandboxRateLimiter(2, clock);
        assertThat(IntStream.range(0, 3).mapToLong(it -> limiter.secondsToWait()))
                .containsExactly(0L, 0L, 60L);

        clock.advance(Duration.ofMillis(58_500));
        assertThat(limiter.secondsToWait()).isEqualTo(2);
        clock.advance(Duration.ofMillis(1_500));

        assertThat(limiter.secondsToWait()).isZero();
    }

    @Test
    void zeroMeansNoLimit() {
        var limiter = new SandboxRateLimiter(0, clock);

        assertThat(IntStream.range(0, 1_000).mapToLong(it -> limiter.secondsToWait()))
                .containsOnly(0L);
    }

    @Test
    void resetStartsANewWindow() {
        var limiter = new SandboxRateLimiter(1, clock);
        assertThat(IntStream.range(0, 2).mapToLong(it -> limiter.secondsToWait()))
                .containsExactly(0L, 60L);

        limiter.reset();

        assertThat(limiter.secondsToWait()).isZero();
    }

    private int status() {
        return leeloo.call("GET", "/users/" + SeedIds.USER).send().statusCode();
    }
}
