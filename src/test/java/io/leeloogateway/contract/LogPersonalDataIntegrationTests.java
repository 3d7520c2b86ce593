package io.leeloogateway.contract;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.leeloogateway.fixtures.DatabaseContents;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.RawExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At any log level, no log line contains a name, phone, e-mail or text of a person, or a key. */
@GatewayTest
class LogPersonalDataIntegrationTests {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Pattern PERSONAL_DATA = Pattern.compile("Quillon|380671112299|quillon|lgw_demoSandbox1_");

    private final PersonalDataAppender appender = new PersonalDataAppender();
    private final Level level = ROOT.getLevel();

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    @BeforeEach
    void logEverything() {
        appender.setContext(ROOT.getLoggerContext());
        appender.start();
        ROOT.addAppender(appender);
        ROOT.setLevel(Level.TRACE);
    }

    @AfterEach
    void logAsBefore() {
        ROOT.setLevel(level);
        ROOT.detachAppender(appender);
    }

    @Test
    void logContainsNoPersonalDataAtLevelTrace() {
        var gateway = new GatewayClient("http://127.0.0.1:" + port, demoKey);

        var created = gateway.send("POST", "/api/v1/people", """
                {"name": "Quillon", "phone": "+380671112299", "email": "quillon@example.org"}""", "Content-Type", "application/json");
        gateway.send("POST", GatewayClient.PERSON + "/comments", """
                {"text": "Quillon called"}""", "Content-Type", "application/json");
        gateway.send("PATCH", GatewayClient.PERSON, """
                {"email": "quillon@example.org", "customFields": [{"type": "TEXT", "name": "Quillon", "value": "Quillon"}]}""", "Content-Type", "application/json");
        gateway.send(
                "POST",
                "/api/v1/people",
                "{\"name\": \"Quillon\", \"phone\": \"Quillon\", \"email\": 7}",
                "Content-Type",
                "application/json");
        gateway.send("POST", "/api/v1/people", "{\"name\": \"Quillon", "Content-Type", "application/json");
        gateway.send("POST", "/api/v1/people", "name=Quillon", "Content-Type", "application/x-www-form-urlencoded");
        gateway.get("/api/v1/people?phone=%2B380671112299");
        gateway.get("/api/v1/people?email=quillon@example.org&unknown=Quillon");
        gateway.get("/api/v1/people?limit=100");
        gateway.get("/api/v1/people/quillon@example.org");
        gateway.get("/api/v1/audit-entries?email=quillon@example.org&limit=1");

        assertThat(created.status()).isEqualTo(201);
        assertThat(appender.leaks).isEmpty();
    }

    @Test
    void logContainsNeitherKeysNorPersonalDataOfClientsOfLeeloo() throws IOException {
        var form = "name=Quillon&phone=%2B380671112299&email=quillon%40example.org";
        var multipart = "--b\r\nContent-Disposition: form-data; name=\"Quillon\"\r\n\r\nQuillon\r\n--b--\r\n";

        var created = sendToLeeloo("POST", "/people?authToken=" + demoKey, "application/x-www-form-urlencoded", form);
        sendToLeeloo("POST", "/people?authToken=" + demoKey, "application/json", "{\"name\": \"Quillon");
        sendToLeeloo(
                "PUT",
                "/people/" + ANNA + "/add-comment?authToken=" + demoKey,
                "multipart/form-data; boundary=b",
                multipart);
        sendToLeeloo("GET", "/people?filter%5Bphone%5D=%2B380671112299&authtoken=" + demoKey, "text/plain", "");
        sendToLeeloo("GET", "/people/quillon@example.org?authToken=" + demoKey, "text/plain", "");
        sendToLeeloo("GET", "/Quillon?authToken=" + demoKey, "text/plain", "");
        sendToLeeloo("GET", "/tags?authToken=" + demoKey + "&authToken=none", "text/plain", "");

        assertThat(created).startsWith("HTTP/1.1 200").contains("\"status\":1");
        assertThat(appender.leaks).isEmpty();
        assertThat(new DatabaseContents(database).find(List.of(demoKey))).isEmpty();
    }

    private String sendToLeeloo(String method, String path, String type, String body) throws IOException {
        var head = "%s /leeloo/api/v2%s HTTP/1.1\nContent-Type: %s\nContent-Length: %d"
                .formatted(method, path, type, body.length());
        return RawExchange.send(port, head, body);
    }

    private static final class PersonalDataAppender extends AppenderBase<ILoggingEvent> {

        /** Loggers of the HTTP client of the test. */
        private static final Pattern CLIENT = Pattern.compile("jdk\\..*|org\\.springframework\\.(boot\\.)?test.*");

        private final Map<String, String> leaks = new ConcurrentHashMap<>();

        @Override
        protected void append(ILoggingEvent event) {
            var failure = event.getThrowableProxy();
            var line = event.getFormattedMessage() + (failure == null ? "" : ThrowableProxyUtil.asString(failure));
            var found = PERSONAL_DATA.matcher(line);
            if (!CLIENT.matcher(event.getLoggerName()).matches() && found.find()) {
                leaks.putIfAbsent(
                        event.getLevel() + " " + event.getLoggerName(),
                        line.substring(Math.max(0, found.start() - 100), Math.min(line.length(), found.end() + 60)));
            }
        }
    }
}
