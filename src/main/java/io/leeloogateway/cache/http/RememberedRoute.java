package io.leeloogateway.cache.http;

import io.leeloogateway.cache.store.RenderedAnswer.Address;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Carries the route of a request over to an equal request that is answered before routing, for the audit log, metrics and traces. */
final class RememberedRoute {

    private RememberedRoute() {}

    @SuppressWarnings("unchecked") // Spring's type of the variables
    static Address of(HttpServletRequest request) {
        return new Address(
                RequestContext.current().route().orElseThrow(),
                String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE));
    }

    static void apply(Address address, HttpServletRequest request) {
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, address.template());
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, address.variables());
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(observation -> observation.setPathPattern(address.template()));
    }
}
