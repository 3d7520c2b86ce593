package io.leeloogateway.compat;

import io.leeloogateway.leeloo.LeelooEndpoint;
import io.leeloogateway.request.Route;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Registers a route for each of Leeloo's endpoints. */
@Component
class CompatRoutes implements SmartInitializingSingleton {

    private static final String PATH = "/leeloo/api/v2";

    private final RequestMappingHandlerMapping routes;
    private final CompatReads reads;
    private final CompatChanges changes;

    CompatRoutes(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes,
            CompatReads reads,
            CompatChanges changes) {
        this.routes = routes;
        this.reads = reads;
        this.changes = changes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var declared = declaredRoutes();
        var serve = Objects.requireNonNull(Arrays.stream(CompatRoute.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("serve"))
                .findFirst()
                .orElse(null));
        ReflectionUtils.makeAccessible(serve);
        for (var endpoint : LeelooEndpoint.values()) {
            var route = Objects.requireNonNull(declared.get(endpoint.action()), endpoint::action);
            routes.registerMapping(mapping(endpoint), new CompatRoute(endpoint, route, reads, changes), serve);
        }
    }

    /** The routes under {@code /api/v1} by action: the one table of actions and scopes. */
    private Map<String, Route> declaredRoutes() {
        return routes.getHandlerMethods().values().stream()
                .map(CompatRoutes::routeOf)
                .filter(Objects::nonNull)
                .filter(route -> route.kind() != Route.Kind.GATEWAY)
                .collect(Collectors.toUnmodifiableMap(Route::action, Function.identity()));
    }

    private static @Nullable Route routeOf(HandlerMethod method) {
        return method.getMethodAnnotation(Route.class);
    }

    private RequestMappingInfo mapping(LeelooEndpoint endpoint) {
        return RequestMappingInfo.paths(PATH + endpoint.path())
                .methods(RequestMethod.valueOf(endpoint.method().name()))
                .options(routes.getBuilderConfiguration())
                .build();
    }
}
