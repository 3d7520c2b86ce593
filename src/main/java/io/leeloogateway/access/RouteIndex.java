package io.leeloogateway.access;

import io.leeloogateway.access.usage.DialectUsage;
import io.leeloogateway.request.Route;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Finds the routes under {@code /api/v1} by action. */
@Component
class RouteIndex {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    /** The mappings need the interceptor that counts the usage, so they are fetched later. */
    RouteIndex(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    List<BetterRoute> betterRoutes(DialectUsage usage) {
        var routes = usage.leelooActions().isEmpty() ? Map.<String, String>of() : routes();
        return usage.leelooActions().stream()
                .flatMap(used -> Stream.ofNullable(routes.get(used.action()))
                        .map(route -> new BetterRoute(used.action(), used.requests(), route)))
                .toList();
    }

    private Map<String, String> routes() {
        return mappings.getObject().getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().hasMethodAnnotation(Route.class))
                .collect(Collectors.toMap(
                        entry -> action(entry.getValue()), entry -> text(entry.getKey()), (first, _) -> first));
    }

    private static String action(HandlerMethod method) {
        return Objects.requireNonNull(method.getMethodAnnotation(Route.class)).action();
    }

    private static String text(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods().stream().map(Enum::name);
        return Stream.concat(methods, route.getPatternValues().stream()).collect(Collectors.joining(" "));
    }
}
