package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.SandboxReset;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The gateway behind a trusted proxy: the address of the caller, TLS that the proxy terminates, pages of other origins. */
@GatewayTest
@TestPropertySource(
        properties = {
            "server.forward-headers-strategy=native",
            "server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1|10\\.0\\.0\\.2",
            "gateway.access.cors.allowed-origins=https://crm.example.org"
        })
class BehindProxyIntegrationTests {

    private static final String ME = "/api/v1/me";
    private static final String CRM = "https://crm.example.org";

    @Autowired
    private RestTestClient http;

    @Autowired
    private JdbcClient database;

    @Autowired
    private UnknownCallers unknownCallers;

    @Value("${local.server.port}")
    private int port;

    private TestClients callers;

    @BeforeEach
    void setUp() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    /** A pause would hold one of the places that the proxy has for all callers. */
    @Test
    void proxyIsServedAtOnce() {
        var address = IpAddress.parse("203.0.113.9").orElseThrow();
        while (unknownCallers.tryCount(address)) {}
        var began = System.nanoTime();

        for (var i = 0; i < 20; i++) {
            http.get()
                    .uri("/api/v1/me")
                    .header("X-Forwarded-For", "203.0.113.9")
                    .exchange()
                    .returnResult();
        }

        unknownCallers.clear(new SandboxReset());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            203.0.113.7                        | 203.0.113.7 | 200
            203.0.113.7:41234                  | 203.0.113.7 | 200
            "203.0.113.7:41234"                | 203.0.113.7 | 200
            [2001:db8::1]:443                  | 2001:db8::1 | 200
            "[2001:db8::1]"                    | 2001:db8::1 | 200
            2001:db8:0:0:0:0:0:1%eth0          | 2001:db8::1 | 200
            ::ffff:203.0.113.7                 | 203.0.113.7 | 200
            [::ffff:203.0.113.7]:41234         | 203.0.113.7 | 200
            198.51.100.1, 203.0.113.7:1        | 203.0.113.7 | 200
            203.0.113.7:41234, 10.0.0.2        | 203.0.113.7 | 200
            203.0.113.7:41234, 10.0.0.2:443    | 203.0.113.7 | 200
            junk, 203.0.113.7                  | 203.0.113.7 | 200
            203.0.113.7, ,                     | 203.0.113.7 | 200
            203.0.113.7, 198.51.100.1          | 198.51.100.1| 401
            203.0.113.7, unknown               |             | 401
            203.0.113.7, _hidden:1             |             | 401
            unknown                            |             | 401
            anna@example.org                   |             | 401
            203.0.113.7 41234                  |             | 401
            1                                  |             | 401
            ,                                  | 127.0.0.1   | 401
            """)
    void callerIsTheAddressThatTheProxyNames(String forwarded, @Nullable String source, int status) {
        var key = callers.newKey(callers.newClient(clientOf("203.0.113.0/24", "2001:db8::/32")));
        var id = "proxy-" + UUID.randomUUID();

        http.get()
                .uri(ME)
                .header("X-Request-Id", id)
                .header("X-Forwarded-For", forwarded)
                .header("Authorization", "Bearer " + key)
                .exchange()
                .expectStatus()
                .isEqualTo(status);

        await().untilAsserted(() -> assertThat(sources(id)).containsExactly(Objects.requireNonNullElse(source, "")));
    }

    @Test
    void portsDoNotEvadeTheCountOfUnauthenticatedRequests() {
        var run = "ports-" + UUID.randomUUID() + "-";
        for (var i = 0; i < 40; i++) {
            http.get()
                    .uri(ME)
                    .header("X-Request-Id", run + i)
                    .header("X-Forwarded-For", "192.0.2.77:" + (40_000 + i))
                    .exchange();
        }

        var recorded = database.sql("select count(*) from audit_events where request_id like ?")
                .param(run + "%")
                .query(Integer.class)
                .single();
        assertThat(recorded).isLessThanOrEqualTo(22);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "http"})
    void pagesOfTheGatewayAreNotOtherOrigins(String scheme) {
        var host = "localhost:" + port;

        post(scheme + "://" + host, "X-Forwarded-Proto", scheme)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
        post(scheme + "://" + host, "X-Other", "").expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org",
                "http://crm.example.org",
                "https://crm.example.org:8443",
                "null",
                "http://[",
                "x"
            })
    void otherOriginIsRejectedWithAProblem(String origin) {
        post(origin, "X-Other", "")
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType("application/problem+json")
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/origin-not-allowed")
                .jsonPath("$.requestId")
                .exists();
        preflight(origin).expectStatus().isForbidden().expectHeader().contentType("application/problem+json");
    }

    @Test
    void preflightOfAnAllowedOriginIsCached() {
        preflight(CRM)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", CRM)
                .expectHeader()
                .valueEquals("Access-Control-Max-Age", "3600");
    }

    @Test
    void pageOfAnAllowedOriginReadsErrors() {
        http.get()
                .uri(ME)
                .header("Origin", CRM)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", CRM);
    }

    /** With the address of the caller the other headers of the proxy count, too: Tomcat reads them, and springdoc read them again. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-Forwarded-Port   | x
            X-Forwarded-Port   | 99999999999
            X-Forwarded-Host   | [::1
            X-Forwarded-Host   | ,
            X-Forwarded-Proto  | ,
            X-Forwarded-Prefix | //,
            Forwarded          | for="[
            """)
    void unreadableHeaderIsIgnored(String header, String value) {
        for (var path : List.of(ME, "/swagger-ui/index.html")) {
            var status = http.get()
                    .uri(path)
                    .header("X-Forwarded-For", "203.0.113.7")
                    .header(header, value)
                    .exchange()
                    .returnResult(String.class)
                    .getStatus();
            assertThat(status.value()).as(path).isLessThan(500);
        }
    }

    @Test
    void redirectsKeepTheScheme() {
        http.get().uri("/swagger-ui.html").exchange().expectHeader().valueMatches("Location", "/swagger-ui/.*");
    }

    private RestTestClient.ResponseSpec post(String origin, String header, String value) {
        return http.post()
                .uri("/api/v1/clients")
                .header("Authorization", "Bearer " + GatewayTest.BOOTSTRAP_ADMIN_KEY)
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .header(header, value)
                .body("{}")
                .exchange();
    }

    private RestTestClient.ResponseSpec preflight(String origin) {
        return http.method(HttpMethod.OPTIONS)
                .uri(ME)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .exchange();
    }

    private static Map<String, Object> clientOf(String... networks) {
        var form = new HashMap<>(TestClients.client("people:read"));
        form.put("networks", List.of(networks));
        return form;
    }

    private List<String> sources(String requestId) {
        return database.sql("select source from audit_events where request_id = ?")
                .param(requestId)
                .query((row, _) -> Objects.requireNonNullElse(row.getString(1), ""))
                .list();
    }
}
