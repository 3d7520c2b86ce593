package io.leeloogateway.leeloo.http;

import io.leeloogateway.request.Deadline;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * The deadlines of a call to Leeloo.
 *
 * @param send the deadline for sending the request; a request that is late is not sent
 * @param response the deadline for the complete response
 * @param abandoned ends the call with an error before its deadline; never otherwise
 */
public record CallDeadlines(Deadline send, Deadline response, Mono<?> abandoned) {

    private static final Duration UNLIMITED = Duration.ofDays(1);

    /** Both deadlines are the caller's. */
    public static CallDeadlines within(Deadline deadline) {
        return within(deadline, Mono.never());
    }

    public static CallDeadlines within(Deadline deadline, Mono<?> abandoned) {
        return new CallDeadlines(deadline, deadline, abandoned);
    }

    /** Limits only the send; the response may take any time. */
    public static CallDeadlines sendBy(Deadline send) {
        return new CallDeadlines(send, Deadline.after(UNLIMITED), Mono.never());
    }
}
