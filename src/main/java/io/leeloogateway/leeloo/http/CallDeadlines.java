package io.leeloogateway.leeloo.http;

import io.leeloogateway.request.Deadline;
import java.time.Duration;

/**
 * How long a call is waited for.
 *
 * @param departure when its request must have left, or never does
 * @param answer when its answer must be there
 */
public record CallDeadlines(Deadline departure, Deadline answer) {

    private static final Duration FOREVER = Duration.ofDays(1);

    /** Only as long as somebody waits for the answer. */
    public static CallDeadlines until(Deadline deadline) {
        return new CallDeadlines(deadline, deadline);
    }

    /** As long as it takes, once it left. */
    public static CallDeadlines leavingBy(Deadline departure) {
        return new CallDeadlines(departure, Deadline.after(FOREVER));
    }
}
