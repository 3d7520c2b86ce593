package io.leeloogateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** That a request was let in: with which pass, and what its limit says. */
record Admission(Pass pass, Allowance allowance) {

    private static final String ATTRIBUTE = Admission.class.getName();

    static Optional<Admission> of(HttpServletRequest request) {
        return Optional.ofNullable((Admission) request.getAttribute(ATTRIBUTE));
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
