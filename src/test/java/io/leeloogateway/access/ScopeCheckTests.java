package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.access.apikey.BootstrapKeyResolver;
import io.leeloogateway.problem.MissingScope;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.Route;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.ReflectionUtils;

class ScopeCheckTests {

    @ParameterizedTest
    @CsvSource({
        "addTag, people:write,             true",
        "addTag, people:write tags:read,   true",
        "addTag, people:read,              false",
        "addTag, people:write2,            false",
        "addTag, admin,                    false",
        "findMe, tags:read,                true",
        "createClient, admin,              true",
        "createClient, people:write,       false"
    })
    void clientNeedsTheScopeOfTheRoute(String route, String scopes, boolean granted) {
        var caller = new Caller("client", "shop", "key", Set.of(scopes.split(" ")));

        assertThat(isGranted(route(route), Optional.of(caller))).isEqualTo(granted);
    }

    @ParameterizedTest
    @CsvSource({"createClient, true", "findMe, false", "addTag, false"})
    void bootstrapKeyUsesOnlyTheAdminRoutes(String route, boolean granted) {
        assertThat(isGranted(route(route), Optional.of(BootstrapKeyResolver.CALLER)))
                .isEqualTo(granted);
    }

    @Test
    void routeWithoutAScopeIsDeniedToEverybody() {
        assertThat(isGranted(Optional.empty(), Optional.of(BootstrapKeyResolver.CALLER)))
                .isFalse();
    }

    @Test
    void scopeIsDeniedWithoutACaller() {
        assertThat(isGranted(route("addTag"), Optional.empty())).isFalse();
    }

    private static boolean isGranted(Optional<Route> route, Optional<Caller> caller) {
        var context = new RequestContext("request", Deadline.after(Duration.ofSeconds(8)));
        caller.ifPresent(context::setCaller);
        return context.run(() -> {
            try {
                ScopeCheck.require(route, caller);
                return true;
            } catch (MissingScope _) {
                return false;
            }
        });
    }

    private static Optional<Route> route(String name) {
        return Optional.of(name)
                .map(method -> ReflectionUtils.findMethod(Routes.class, method))
                .map(method -> method.getAnnotation(Route.class));
    }

    @SuppressWarnings("UnusedMethod")
    private interface Routes {

        @Route(action = "people.addTag", scope = "people:write")
        void addTag();

        @Route(action = "me.find", scope = Route.ANY_KEY)
        void findMe();

        @Route(action = "clients.create", scope = "admin")
        void createClient();
    }
}
