package io.leeloogateway.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.KeptConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No header of a caller makes the gateway fail, fills the log, or fills the audit log without a key. */
@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class HostileHeadersIntegrationTests {

    /** RFC 9112, 6.1 and RFC 9110, 15.6.6: the only answers that the gateway may not have to a request. */
    private static final Set<String> UNSUPPORTED = Set.of("501", "505");

    /** Ten of their own and one for each kind of refusal, in the two or three minutes that the requests may take. */
    private static final int MAX_EVENTS = 3 * (10 + 6);

    private static final int MAX_LOG_LINES = 20;

    @Autowired
    JdbcClient database;

    @Autowired
    AuditWriter writer;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    @Value("${server.port}")
    int port;

    private final String run = "hostile-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/tags", "POST /api/v1/people", "GET /swagger-ui/index.html"})
    void noHeaderWithoutAKeyMakesTheGatewayFail(String request, CapturedOutput output) throws IOException {
        assertThat(failures(request + " HTTP/1.1\nX-Request-Id: " + run)).isEmpty();

        await().until(() -> writer.size() == 0);
        assertThat(database.sql("select count(*) from audit_events where request_id = ? and client_id is null")
                        .param(run)
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(MAX_EVENTS);
        assertLogIsShort(output);
    }

    @Test
    void noHeaderOfAClientMakesTheGatewayFail(CapturedOutput output) throws IOException {
        assertThat(failures("GET /api/v1/tags HTTP/1.1\nAuthorization: Bearer " + demoKey))
                .isEmpty();

        assertLogIsShort(output);
    }

    private List<String> failures(String head) throws IOException {
        var failures = new ArrayList<String>();
        try (var connection = new KeptConnection(port)) {
            for (var line :
                    HostileHeaders.names().flatMap(HostileHeaders::lines).toList()) {
                var host = line.startsWith("Host:") ? "" : "\nHost: localhost";
                var status = connection.send(head + host + "\n" + line).split(" ", 3)[1];
                if (status.startsWith("5") && !UNSUPPORTED.contains(status)) {
                    failures.add(status + " " + line);
                }
            }
        }
        return failures;
    }

    private static void assertLogIsShort(CapturedOutput output) {
        assertThat(output.getAll().lines().filter(line -> line.contains(" WARN ") || line.contains(" ERROR ")))
                .hasSizeLessThan(MAX_LOG_LINES);
        assertThat(output.getAll()).doesNotContain("\tat ");
    }
}
