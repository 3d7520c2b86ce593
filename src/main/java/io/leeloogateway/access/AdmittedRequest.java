package io.leeloogateway.access;

import io.leeloogateway.access.ratelimit.RateLimitStatus;
import io.leeloogateway.access.ratelimit.RateLimited;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** That a request was let in: with which pass, and what its limit says. */
record AdmittedRequest(AuthenticatedClient pass, RateLimitStatus allowance) {

    private static final String ATTRIBUTE = AdmittedRequest.class.getName();

    static Optional<AdmittedRequest> of(HttpServletRequest request) {
        return Optional.ofNullable((AdmittedRequest) request.getAttribute(ATTRIBUTE));
    }

    void noteOn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    void refuseOverLimit() {
        if (!allowance.granted()) {
            throw new RateLimited(allowance);
        }
    }
}
