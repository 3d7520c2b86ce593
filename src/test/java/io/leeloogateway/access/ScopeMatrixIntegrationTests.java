package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.leeloogateway.access.apikey.ApiKeyFixtures;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.request.Route;
import io.leeloogateway.request.RouteSource;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the published contract and of Leeloo's own API against every kind of caller. */
@GatewayTest
class ScopeMatrixIntegrationTests {

    private static final String DOCUMENT = "/v3/api-docs";
    private static final String API = "/api/v1";
    private static final String LEELOO = "/leeloo/api/v2/";

    /** The scopes of which one is needed to see changes. */
    private static final Set<String> CHANGES = Set.of("people:read", "orders:read");

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Value("${local.server.port}")
    int port;

    TestClients callers;

    /** A route and its scope in the OpenAPI document. */
    record Published(HttpMethod method, String path, String scope, boolean takesBody) {

        boolean isChanges() {
            return path.endsWith("/changes");
        }

        /** Uses unknown ids, so that an authorized request ends in a 400 or 404 and changes nothing. */
        String address() {
            return path.replaceAll("\\{(client|key)Id}", "none").replaceAll("\\{\\w+}", "64a0c3f0ffff0000000000ff");
        }

        /** The empty list is an invalid body for every route, and a look-up needs a parameter; ids are looked up after the body is read. */
        String statusWhenAuthorized() {
            if (takesBody || path.endsWith("/lookup")) {
                return "400";
            }
            if (path.startsWith(LEELOO)) {
                return "200";
            }
            if (path.endsWith("/personal-data")) {
                return "204";
            }
            return path.contains("{") && !path.endsWith("/verification") ? "404" : "200";
        }

        /** Leeloo's own not-found is a 200, that of the cache a 404. */
        boolean isLeeloosUnknownId(int status) {
            return path.startsWith(LEELOO) && status == 404;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void callAsBootstrap() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    @TestFactory
    Stream<DynamicTest> everyRouteAcceptsItsScopeOnly() {
        var unauthenticated = unauthenticated();
        var authenticated = authenticated();
        return Stream.concat(published().stream(), leelooRoutes())
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
                    var expected = new TreeMap<String, String>();
                    var actual = new TreeMap<String, String>();
                    unauthenticated.forEach((caller, token) -> {
                        expected.put(caller, "401");
                        actual.put(caller, statusOf(route, token));
                    });
                    authenticated.forEach((caller, token) -> {
                        expected.put(caller, accepts(route, caller) ? route.statusWhenAuthorized() : "403");
                        actual.put(caller, statusOf(route, token));
                    });

                    assertThat(actual).isEqualTo(expected);
                }));
    }

    /** The routes of Leeloo's own API, which the document does not list. */
    private Stream<Published> leelooRoutes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBean() instanceof RouteSource)
                .map(entry -> {
                    var route = ((RouteSource) entry.getValue().getBean()).route();
                    var method = entry.getKey()
                            .getMethodsCondition()
                            .getMethods()
                            .iterator()
                            .next()
                            .asHttpMethod();
                    var path = entry.getKey().getPatternValues().iterator().next();
                    return new Published(method, path, route.scope(), !method.equals(HttpMethod.GET));
                });
    }

    @Test
    void everyEndpointOfLeelooIsARoute() {
        assertThat(leelooRoutes())
                .hasSize(30)
                .allSatisfy(route -> assertThat(route.path()).startsWith(LEELOO));
    }

    @Test
    void everyServedRouteIsDocumented() {
        var served = mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .distinct();

        assertThat(published()).hasSizeGreaterThan(30);
        assertThat(served)
                .containsExactlyInAnyOrderElementsOf(
                        published().stream().map(Published::toString).toList());
    }

    private boolean accepts(Published route, String caller) {
        return switch (caller) {
            case "all scopes", "demo" -> true;
            case "bootstrap" -> route.scope().equals(Scope.ADMIN.value());
            default ->
                route.scope().equals(caller)
                        || (route.scope().equals(Route.ANY_KEY) && (!route.isChanges() || CHANGES.contains(caller)));
        };
    }

    private Map<String, String> unauthenticated() {
        var all = Arrays.stream(Scope.values()).map(Scope::value).toArray(String[]::new);
        var revokedOf = callers.newClient(all);
        var revoked = callers.newKey(revokedOf);
        callers.delete(TestClients.keyPath(revokedOf, revoked));
        var frozenClient = callers.newClient(all);
        var frozen = callers.newKey(frozenClient);
        callers.patch(TestClients.CLIENTS + "/" + frozenClient, Map.of("state", "frozen"));
        var farClient = callers.newClient(all);
        var far = callers.newKey(farClient);
        callers.patch(TestClients.CLIENTS + "/" + farClient, Map.of("networks", List.of("192.0.2.0/24")));
        var expired = callers.newKeyWithScopes(all);
        database.sql("update client_keys set expires_at = now() where id = ?")
                .param(TestClients.idOf(expired))
                .update();
        return Map.of(
                "no key", "",
                "garbage", "Bearer garbage",
                "bad checksum", "Bearer " + ApiKeyFixtures.mistyped(expired),
                "unknown", "Bearer " + ApiKeyFixtures.fresh().token().reveal(),
                "foreign secret", "Bearer " + ApiKeyFixtures.withForeignSecret(callers.newKeyWithScopes(all)),
                "expired", "Bearer " + expired,
                "revoked", "Bearer " + revoked,
                "frozen", "Bearer " + frozen,
                "wrong network", "Bearer " + far);
    }

    private Map<String, String> authenticated() {
        var authenticated = new LinkedHashMap<String, String>();
        var scopes = Arrays.stream(Scope.values()).map(Scope::value).toArray(String[]::new);
        Stream.of(scopes).forEach(scope -> authenticated.put(scope, "Bearer " + unlimited(scope)));
        authenticated.put("all scopes", "Bearer " + unlimited(scopes));
        authenticated.put("bootstrap", "Bearer " + GatewayTest.BOOTSTRAP_ADMIN_KEY);
        return authenticated;
    }

    private String unlimited(String... scopes) {
        var form = new HashMap<>(TestClients.client(scopes));
        form.put("requestsPerMinute", 100_000);
        return callers.newKey(callers.newClient(Map.copyOf(form)));
    }

    /** There may be no seal yet: authorized all the same. */
    private String statusOf(Published route, String authorization) {
        var status = send(route, authorization);
        return route.path().endsWith("/latest-seal") && status.equals("404") ? "200" : status;
    }

    private String send(Published route, String authorization) {
        var request = http.method(route.method())
                .uri(URI.create("http://localhost:" + port + route.address()))
                .headers(headers -> {
                    if (!authorization.isEmpty()) {
                        headers.set(HttpHeaders.AUTHORIZATION, authorization);
                    }
                });
        if (route.takesBody()) {
            request.contentType(MediaType.APPLICATION_JSON).body("[]");
        }
        var status = request.exchange().returnResult(String.class).getStatus().value();
        return String.valueOf(route.isLeeloosUnknownId(status) ? 200 : status);
    }

    /** {@code any} for an empty list of scopes. */
    private static String scope(Map<String, Object> operation) {
        List<String> scopes = JsonPath.read(operation, "$.security[0].key");
        return scopes.isEmpty() ? Route.ANY_KEY : scopes.getFirst();
    }

    private List<Published> published() {
        var document =
                http.get().uri(DOCUMENT).exchange().returnResult(String.class).getResponseBody();
        Map<String, Map<String, Map<String, Object>>> paths = JsonPath.read(document, "$.paths");
        return paths.entrySet().stream()
                .filter(path -> path.getKey().startsWith(API))
                .flatMap(path -> path.getValue().entrySet().stream()
                        .map(operation -> new Published(
                                HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT)),
                                path.getKey(),
                                scope(operation.getValue()),
                                operation.getValue().containsKey("requestBody"))))
                .toList();
    }
}
