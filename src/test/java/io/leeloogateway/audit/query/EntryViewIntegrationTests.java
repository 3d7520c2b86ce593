package io.leeloogateway.audit.query;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.audit.AuditRows;
import io.leeloogateway.audit.integrity.SealedAuditLog;
import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Combines several events of one entry. */
@GatewayTest
class EntryViewIntegrationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    AuditEventRepository events;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private final String id = "entry-" + UUID.randomUUID();
    private GatewayClient caller;

    @BeforeEach
    void open() {
        caller = new GatewayClient(address, key);
        caller.reset();
    }

    /** The end event came after the response. */
    @Test
    void lateChangeShowsItsCallsToLeeloo() {
        caller.send(
                "POST",
                "/api/v1/people/" + ANNA + "/comments",
                "{\"text\":\"x\"}",
                "X-Request-Id",
                id,
                "Request-Timeout",
                "0.5",
                "X-Sandbox-Fault",
                "hang-after-apply=1500");

        var written = new AuditRows(database).of(id, 3);
        var entry = entry(String.valueOf(written.getFirst().get("entry_id")));

        assertThat(entry.path("outcome").asString()).isEqualTo("success");
        assertThat(entry.path("leelooCalls").asInt()).isEqualTo(1);
        assertThat(entry.path("servedFrom").asString()).isEqualTo("leeloo");
    }

    /** The begin event came after the rejection of the request; both name the fields. */
    @Test
    void fieldsRecordedTwiceAreShownOnce() {
        var made = SealedAuditLog.event(Instant.now());
        var begun = new AuditEvent(
                made.id(),
                made.entryId(),
                AuditEvent.BEGUN,
                made.actor(),
                made.subject(),
                AuditEvent.Result.OPEN,
                1,
                List.of(new FieldChangeView("tagId", "64a0", null), FieldChangeView.named("text")),
                null);
        var ended = new AuditEvent(
                SealedAuditLog.id(Instant.now()),
                made.entryId(),
                AuditEvent.ENDED,
                made.actor(),
                made.subject(),
                made.result(),
                1,
                List.of(FieldChangeView.named("tagId"), FieldChangeView.named("text")),
                null);
        events.append(database, List.of(begun, ended));

        var fields = entry(ended.entryId().toString()).path("changes");

        assertThat(fields.valueStream().map(field -> field.path("field").asString()))
                .containsExactly("tagId", "text");
    }

    private JsonNode entry(String entryId) {
        return caller.get("/api/v1/audit-entries/" + entryId).json();
    }
}
