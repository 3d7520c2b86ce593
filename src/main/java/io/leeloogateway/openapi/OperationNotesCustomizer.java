package io.leeloogateway.openapi;

import io.leeloogateway.request.Route;
import io.swagger.v3.oas.models.Operation;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Adds what every caller asks about a route to its description: scope, cost, freshness and what a repeat does. */
@Component
@Order(100)
class OperationNotesCustomizer implements GlobalOperationCustomizer {

    private static final String READ = """
            **Cost:** nothing while a fresh cache entry exists, otherwise a call to Leeloo, which all clients share.

            **Freshness:** `Age` is the age of the data, `Cache-Control` in the response how long it stays fresh; the request header \
            `Cache-Control` asks for more or less. If Leeloo fails, a stale entry is served and `Cache-Status` says so.""";
    private static final String CHANGE = """
            **Cost:** a call to Leeloo, which all clients share.

            **Freshness:** after the response, no read returns data from before the change.

            **Idempotency:** sent to Leeloo at most once. With an `Idempotency-Key`, a repeat gets the first response; without one,""";
    private static final String OWN_DATA = """
            **Cost:** no call to Leeloo.

            **Freshness:** the current state, never cached.""";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var route = method.getMethodAnnotation(Route.class);
        if (route != null) {
            var description = Objects.requireNonNullElse(operation.getDescription(), "");
            operation.description((description + "\n\n" + scope(route) + "\n\n" + notes(route, method)).strip());
        }
        return operation;
    }

    private static String scope(Route route) {
        return route.scope().equals(Route.ANY_KEY)
                ? "**Scope:** none, any valid key."
                : "**Scope:** `" + route.scope() + "`.";
    }

    private static String notes(Route route, HandlerMethod method) {
        return switch (route.kind()) {
            case READ -> READ;
            case CHANGE ->
                CHANGE
                        + (isIdempotent(verb(method))
                                ? " a repeat is sent again and ends in the same state."
                                : " a repeat is a new change.");
            case GATEWAY -> OWN_DATA + repeat(verb(method));
        };
    }

    private static String repeat(RequestMethod verb) {
        return switch (verb) {
            case GET -> "";
            case POST -> "\n\n**Idempotency:** none, a repeat creates another resource; `Idempotency-Key` is refused.";
            default -> "\n\n**Idempotency:** a repeat ends in the same state; `Idempotency-Key` is refused.";
        };
    }

    private static boolean isIdempotent(RequestMethod verb) {
        return verb == RequestMethod.PUT || verb == RequestMethod.DELETE;
    }

    private static RequestMethod verb(HandlerMethod method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        return Objects.requireNonNull(mapping).method()[0];
    }
}
