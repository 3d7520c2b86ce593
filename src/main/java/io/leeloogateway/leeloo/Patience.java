package io.leeloogateway.leeloo;

import io.leeloogateway.request.Deadline;
import java.time.Duration;

/**
 * How long a call is waited for.
 *
 * @param departure when its request must have left, or never does
 * @param answer when its answer must be there
 */
record Patience(Deadline departure, Deadline answer) {

    private static final Duration FOREVER = Duration.ofDays(1);

    /** Only as long as somebody waits for the answer. */
    static Patience until(Deadline deadline) {
        return new Patience(deadline, deadline);
    }

    /** As long as it takes, once it left. */
    static Patience leavingBy(Deadline departure) {
        return new Patience(departure, Deadline.after(FOREVER));
    }
}
