package io.leeloogateway.access;

import io.leeloogateway.access.ratelimit.RateLimitStatus;
import io.leeloogateway.access.ratelimit.RateLimited;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** An authenticated request: the client and the state of its rate limit. */
record AdmittedRequest(AuthenticatedClient client, RateLimitStatus rateLimit) {

    /** The share of the client in the connections bounds how many wait. */
    private static final Duration REFUSAL_PAUSE = Duration.ofSeconds(1);

    private static final String ATTRIBUTE = AdmittedRequest.class.getName();

    static Optional<AdmittedRequest> of(HttpServletRequest request) {
        return Optional.ofNullable((AdmittedRequest) request.getAttribute(ATTRIBUTE));
    }

    void storeIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Slowly, if the client ignores that: it would use the processor up with its refusals. */
    void rejectIfRateLimited() {
        if (!rateLimit.allowed()) {
            if (rateLimit.ignoresRefusals()) {
                LockSupport.parkNanos(REFUSAL_PAUSE.toNanos());
            }
            throw new RateLimited(rateLimit);
        }
    }
}
