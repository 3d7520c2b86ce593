package io.leeloogateway.problem.input;

import io.leeloogateway.request.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** The size of the largest body of a route. */
record BodySize(int bytes) {

    private static final int KIB = 1024;
    private static final BodySize DEFAULT = new BodySize(128 * KIB);

    /** A route that declares no other size takes 128 KiB. */
    static BodySize of(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE))
                .filter(HandlerMethod.class::isInstance)
                .map(handler -> ((HandlerMethod) handler).getMethodAnnotation(Route.class))
                .map(route -> new BodySize(route.maxBodyKib() * KIB))
                .orElse(DEFAULT);
    }

    void check(long size) {
        if (size > bytes) {
            throw new RequestBodyTooLarge(this);
        }
    }

    @Override
    public String toString() {
        return bytes % (KIB * KIB) == 0 ? bytes / KIB / KIB + " MiB" : bytes / KIB + " KiB";
    }
}
