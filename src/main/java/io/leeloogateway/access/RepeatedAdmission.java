package io.leeloogateway.access;

import io.leeloogateway.access.usage.UsageCounter;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Admits an authenticated request to a route that has admitted an equal request of a caller with the same scopes. */
@Component
public class RepeatedAdmission {

    private final UsageCounter usageCounter;

    RepeatedAdmission(UsageCounter usageCounter) {
        this.usageCounter = usageCounter;
    }

    /** False, without effect, for a request over the rate limit. */
    public boolean tryAdmit(HttpServletRequest request, MatchedRoute route) {
        var admitted = AdmittedRequest.of(request);
        if (admitted.isEmpty() || !admitted.get().rateLimit().allowed()) {
            return false;
        }
        RequestContext.current().setRoute(route);
        usageCounter.count(admitted.get().client().caller(), route);
        return true;
    }
}
