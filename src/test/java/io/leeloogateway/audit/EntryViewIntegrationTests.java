package io.leeloogateway.audit;

import static io.leeloogateway.GatewayCaller.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.GatewayCaller;
import io.leeloogateway.GatewayTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What several events of one entry say together. */
@GatewayTest
class EntryViewIntegrationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    Events events;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private final String id = "whole-" + UUID.randomUUID();
    private GatewayCaller caller;

    @BeforeEach
    void open() {
        caller = new GatewayCaller(address, key);
        caller.reset();
    }

    /** Its end says what was known when nobody waited any more. */
    @Test
    void changeThatIsAnsweredTooLateSaysWhatItCost() {
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

        var written = new DiaryRows(database).of(id, 3);
        var entry = entry(String.valueOf(written.getFirst().get("entry_id")));

        assertThat(entry.path("outcome").asString()).isEqualTo("ok");
        assertThat(entry.path("leelooCalls").asInt()).isEqualTo(1);
        assertThat(entry.path("answeredFrom").asString()).isEqualTo("leeloo");
    }

    /** The ledger's beginning came late, when the call was refused already: both name the fields. */
    @Test
    void fieldsThatWereWrittenTwiceAreToldOnce() {
        var made = SealedDiary.event(Instant.now());
        var begun = new Event(
                made.id(),
                made.entryId(),
                Event.BEGUN,
                made.who(),
                made.subject(),
                Event.Result.OPEN,
                1,
                List.of(new ChangedField("tagId", "64a0", null), ChangedField.named("text")),
                null);
        var ended = new Event(
                SealedDiary.id(Instant.now()),
                made.entryId(),
                Event.ENDED,
                made.who(),
                made.subject(),
                made.result(),
                1,
                List.of(ChangedField.named("tagId"), ChangedField.named("text")),
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
