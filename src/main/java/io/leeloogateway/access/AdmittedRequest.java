package io.leeloogateway.access;

import io.leeloogateway.access.ratelimit.RateLimitStatus;
import io.leeloogateway.access.ratelimit.RateLimited;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** An authenticated request: the client and the state of its rate limit. */
record AdmittedRequest(AuthenticatedClient client, RateLimitStatus rateLimit) {

    private static final String ATTRIBUTE = AdmittedRequest.class.getName();

    static Optional<AdmittedRequest> of(HttpServletRequest request) {
        return Optional.ofNullable((AdmittedRequest) request.getAttribute(ATTRIBUTE));
    }

    void storeIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    void rejectIfRateLimited() {
        if (!rateLimit.allowed()) {
            throw new RateLimited(rateLimit);
        }
    }
}
