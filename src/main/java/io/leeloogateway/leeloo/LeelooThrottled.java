package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leeloo's requests for this minute are used up; nothing was done. */
public final class LeelooThrottled extends LeelooException {

    private static final long serialVersionUID = 1;
    private static final Duration UNTIL_SAID_OTHERWISE = Duration.ofSeconds(1);

    private final @Nullable Duration wait;

    public LeelooThrottled(@Nullable Duration wait) {
        super(ProblemType.LEELOO_THROTTLED, "Leeloo's limit of requests is reached", null);
        this.wait = wait;
    }

    /** How long Leeloo said to wait; empty when it did not say. */
    public Optional<Duration> saidToWait() {
        return Optional.ofNullable(wait);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait == null ? UNTIL_SAID_OTHERWISE : wait);
    }
}
