package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.request.Route;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@GatewayTest
@Import({AuthenticationIntegrationTests.Routes.class, AuthenticationIntegrationTests.FailingResolver.class})
class AuthenticationIntegrationTests {

    private static final String READ = "/api/v1/scope-tests/reads";
    private static final String WRITE = "/api/v1/scope-tests/writes";
    private static final String SEND = "/api/v1/scope-tests/messages";
    private static final String UNDECLARED = "/api/v1/scope-tests/undeclared";

    @Autowired
    RestTestClient http;

    @Value("${server.port}")
    int port;

    @Value("${management.server.port}")
    int managementPort;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    TestClients callers;

    @BeforeEach
    void callAsBootstrap() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    @Test
    void keyWithTheScopeIsAccepted() {
        assertThat(callers.get(READ, callers.newKeyWithScopes("people:read"))).hasStatusOk();
    }

    @Test
    void missingScopeIsNamedInThe403() {
        var response = callers.get(READ, callers.newKeyWithScopes("orders:read", "people:write"));

        assertThat(response).hasStatus(403).bodyJson().isLenientlyEqualTo("""
                {"type": "/problems/missing-scope", "detail": "the key lacks the scope people:read", "retryable": false}""");
    }

    @Test
    void adminImpliesNoOtherScope() {
        var admin = callers.newKeyWithScopes("admin");

        assertThat(callers.get(TestClients.CLIENTS, admin)).hasStatusOk();
        assertThat(callers.get(READ, admin)).hasStatus(403);
    }

    @Test
    void bootstrapKeyOpensOnlyAdminRoutes() {
        assertThat(callers.asAdmin(TestClients.CLIENTS)).hasStatusOk();
        assertThat(callers.asAdmin(READ)).hasStatus(403);
        assertThat(callers.asAdmin(WRITE, Map.of())).hasStatus(403);
    }

    @Test
    void demoClientHasAllScopes() {
        assertThat(callers.get(READ, demoKey)).hasStatusOk();
        assertThat(callers.post(WRITE, Map.of("text", "a"), demoKey)).hasStatusOk();
        assertThat(callers.get(TestClients.CLIENTS, demoKey)).hasStatusOk();
    }

    @Test
    void routeWithoutScopeIsForbiddenForEveryClient() {
        assertThat(callers.get(UNDECLARED, demoKey)).hasStatus(403);
    }

    @Test
    void headRequestNeedsTheScope() {
        var key = callers.newKeyWithScopes("orders:read");

        assertThat(callers.call(HttpMethod.HEAD, route(READ), key)).hasStatus(403);
    }

    @Test
    void optionsReturnsOnlyTheAllowedMethods() {
        var key = callers.newKeyWithScopes("orders:read");

        var response = callers.call(HttpMethod.OPTIONS, route(READ), key);

        assertThat(response)
                .hasStatusOk()
                .headers()
                .hasHeaderSatisfying(
                        "Allow",
                        allow -> assertThat(allow).singleElement().asString().contains("GET"));
        assertThat(response).body().isEmpty();
    }

    @Test
    void managementPortServesNoRoutes() {
        var address = URI.create("http://localhost:" + managementPort + READ);

        assertThat(callers.call(HttpMethod.GET, address, demoKey)).hasStatus(404);
    }

    @Test
    void scopeIsCheckedBeforeTheQueryAndTheBody() {
        var key = callers.newKeyWithScopes("people:read");

        assertThat(callers.post(WRITE + "?misspelt=1", "no JSON", key)).hasStatus(403);
    }

    @Test
    void rejectedChangeHasOutcomeNotSent() {
        var reader = callers.newKeyWithScopes("people:read");

        assertThat(callers.post(WRITE, Map.of("text", "a"), reader))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("outcome")
                .isEqualTo("not_sent");
        assertThat(callers.post(SEND, Map.of("text", "a"), reader))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("outcome")
                .isEqualTo("not_sent");
        assertThat(callers.post(WRITE, Map.of("unknown", 1), demoKey))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("outcome")
                .isEqualTo("not_sent");
        assertThat(callers.post(WRITE + "?misspelt=1", Map.of(), demoKey))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("outcome")
                .isEqualTo("not_sent");
    }

    @Test
    void rejectedReadHasNoOutcome() {
        assertThat(callers.get(READ + "?misspelt=1", demoKey))
                .hasStatus(400)
                .bodyJson()
                .doesNotHavePath("outcome");
    }

    @Test
    void failedKeyLookUpIsA503() {
        var response = callers.get(READ, FailingResolver.TOKEN);

        assertThat(response)
                .hasStatus(503)
                .doesNotContainHeader("WWW-Authenticate")
                .bodyJson()
                .isLenientlyEqualTo("""
                {"type": "/problems/database-unavailable", "retryable": true}""");
    }

    private URI route(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    record Words(String text) {}

    /** Fails for one token as if the database were down. */
    @Component
    static class FailingResolver implements CredentialResolver {

        static final String TOKEN = "database-is-down";

        @Override
        public Optional<AuthenticatedClient> resolve(BearerToken bearer) {
            if (bearer.token().reveal().equals(TOKEN)) {
                throw new CannotCreateTransactionException("no connection");
            }
            return Optional.empty();
        }
    }

    @RestController
    static class Routes {

        @GetMapping(READ)
        @Route(action = "scopeTests.read", scope = "people:read")
        Words read() {
            return new Words("read");
        }

        @PostMapping(WRITE)
        @Route(action = "scopeTests.write", scope = "people:write", kind = Route.Kind.CHANGE)
        Words write(@RequestBody Words words) {
            return words;
        }

        @PostMapping(SEND)
        @Route(action = "scopeTests.send", scope = "messages:send", kind = Route.Kind.CHANGE)
        Words send(@RequestBody Words words) {
            return words;
        }

        @GetMapping(UNDECLARED)
        Words undeclared() {
            return new Words("never");
        }
    }
}
