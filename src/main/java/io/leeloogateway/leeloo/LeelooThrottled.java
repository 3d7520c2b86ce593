package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leeloo's requests per minute are used up; Leeloo did not apply the request. */
public final class LeelooThrottled extends LeelooException {

    private static final long serialVersionUID = 1;
    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(1);

    private final @Nullable Duration delay;

    public LeelooThrottled(@Nullable Duration delay) {
        super(ProblemType.LEELOO_THROTTLED, "Leeloo's limit of requests is reached", null);
        this.delay = delay;
    }

    /** The delay that Leeloo's response asks for; empty if it asks for none. */
    public Optional<Duration> requestedDelay() {
        return Optional.ofNullable(delay);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(delay == null ? DEFAULT_DELAY : delay);
    }
}
