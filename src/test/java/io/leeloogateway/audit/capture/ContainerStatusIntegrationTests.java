package io.leeloogateway.audit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.audit.AuditRows;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.RawExchange;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests that the servlet container or a filter refuses are recorded with the status on the wire. */
@GatewayTest
class ContainerStatusIntegrationTests {

    @Autowired
    JdbcClient database;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    @Value("${server.port}")
    int port;

    @Autowired
    ServletWebServerApplicationContext gateway;

    private AbstractProtocol<?> connector;
    private int readTimeout;

    @BeforeEach
    void limitTheWaitForABody() {
        var server = (TomcatWebServer) Objects.requireNonNull(gateway.getWebServer());
        connector = (AbstractProtocol<?>) server.getTomcat().getConnector().getProtocolHandler();
        readTimeout = connector.getConnectionTimeout();
        connector.setConnectionTimeout(300);
    }

    @AfterEach
    void restoreTheWait() {
        connector.setConnectionTimeout(readTimeout);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST /api/v1/people HTTP/1.1;Content-Type: application/json;Content-Length: 90 | {"name": "Ev
            POST /api/v1/people HTTP/1.1;Content-Type: application/json;Transfer-Encoding: chunked | 5
            POST /api/v1/people HTTP/1.1;Content-Type: application/json;Transfer-Encoding: chunked | zz
            POST /api/v1/people HTTP/1.1;Content-Type: application/json;Content-Length: 99999999 | {
            POST /api/v1/people HTTP/1.1;Content-Type: application/x-www-form-urlencoded;Content-Length: 50 | a=b
            BREW /api/v1/tags HTTP/1.1 | ''
            GET /api/v1/tags;a=b HTTP/1.1 | ''
            GET /api/v1//tags HTTP/1.1 | ''
            GET /api/v1/%2e%2e/tags HTTP/1.1 | ''
            GET /api/v1/tags%0a HTTP/1.1 | ''
            GET /api/v1/none HTTP/1.1 | ''
            PATCH /api/v1/tags HTTP/1.1 | ''
            HEAD /api/v1/none HTTP/1.1 | ''
            GET /api/v1/tags HTTP/1.1;Accept: text/html | ''
            GET /api/v1/people?colour=red HTTP/1.1 | ''
            """)
    void recordedStatusIsTheStatusOnTheWire(String head, String body) throws IOException {
        var id = "wire-" + UUID.randomUUID();

        var response = RawExchange.send(
                port,
                head.replace(";a=b", "%3B").replace(";", "\n").replace("%3B", ";a=b") + "\nX-Request-Id: " + id
                        + "\nAuthorization: Bearer " + demoKey,
                body);

        assertThat(response).startsWith("HTTP/1.1 ");
        var status = Integer.parseInt(response.substring(9, 12));
        await().until(() -> lastStatus(id).equals(Optional.of(status)));
    }

    /** The container may replace a response, which adds an event. */
    private Optional<Object> lastStatus(String requestId) throws Exception {
        return new AuditRows(database)
                .find(requestId).call().stream()
                        .map(event -> event.get("status"))
                        .reduce((_, last) -> last);
    }
}
