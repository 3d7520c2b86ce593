package io.leeloogateway.access;

import io.leeloogateway.access.ratelimit.RateLimitStatus;
import io.leeloogateway.access.ratelimit.RateLimited;
import io.leeloogateway.connections.ClientConnection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

    /** Slowly, if the client ignores that: it would use the processor up with its refusals. */
    void rejectIfRateLimited(HttpServletRequest request, HttpServletResponse response) {
        if (!rateLimit.allowed()) {
            if (rateLimit.ignoresRefusals()) {
                ClientConnection.of(request).ifPresent(connection -> connection.pause(response));
            }
            throw new RateLimited(rateLimit);
        }
    }
}
