package io.leeloogateway.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.audit.capture.AuditOutcome;
import io.leeloogateway.audit.query.FieldChangeView;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.request.UuidV7Generator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copy writes the same rows as an insert. */
@GatewayTest
class EventCopyIntegrationTests {

    private static final String HOSTILE = "tab\tnew\nline\rback\\slash \\N \\. \"quote\" {a,b} 'x' \uD83D\uDE00 null";

    private static final UUID OPERATION = UUID.randomUUID();

    @Autowired
    EventCopy copy;

    @Autowired
    BatchWriter writer;

    @Autowired
    AuditEventRepository events;

    @Autowired
    EventHmac hmacs;

    @Autowired
    JdbcClient database;

    @Autowired
    UuidV7Generator ids;

    @Test
    void copiedRowEqualsTheInsertedOne() {
        var request = "copy-" + UUID.randomUUID();
        var inserted = event(request, HOSTILE);
        var copied = event(request, HOSTILE);
        events.append(database, List.of(inserted));
        copy.append(List.of(copied));

        assertThat(withoutId(copied)).isEqualTo(withoutId(inserted));
        assertThat(read(copied)).usingRecursiveComparison().isEqualTo(copied(read(inserted), copied.id()));
        assertThat(isValid(copied)).isTrue();
    }

    /** The driver sends the rows in pieces of 64 KiB. */
    @Test
    void characterOfTwoHalvesIsNotSplit() {
        var request = "copy-" + UUID.randomUUID();
        var batch = IntStream.range(0, 40)
                .mapToObj(number -> event(request, "x".repeat(number % 2) + "\uD83D\uDE00".repeat(600)))
                .toList();
        copy.append(batch);

        assertThat(batch).allMatch(this::isValid);
        assertThat(batch)
                .allSatisfy(event -> assertThat(
                                read(event).details().path("camelCase").asString())
                        .doesNotContain("?"));
    }

    @Test
    void copiedRowMayBeEmpty() {
        var copied = event("copy-" + UUID.randomUUID(), null);
        copy.append(List.of(copied));

        assertThat(read(copied).subject().tags()).isEmpty();
        assertThat(read(copied).actor().source()).isNull();
        assertThat(isValid(copied)).isTrue();
    }

    @Test
    void batchWhoseCommitWasNotConfirmedIsWrittenOnce() {
        var request = "copy-" + UUID.randomUUID();
        var batch =
                IntStream.range(0, 30).mapToObj(_ -> event(request, HOSTILE)).toList();
        copy.append(batch.subList(0, 20));
        assertThatThrownBy(() -> copy.append(batch)).isInstanceOf(DuplicateKeyException.class);

        var pending = batch.stream().map(PendingEvent::new).toList();
        assertThat(writer.tryCommit(pending)).isTrue();

        assertThat(pending).allMatch(event -> event.committed().isDone());
        assertThat(count(request)).isEqualTo(30);
    }

    private AuditEvent event(String request, @Nullable String text) {
        var id = ids.next();
        var isEmpty = text == null;
        return new AuditEvent(
                id,
                id,
                AuditEvent.ENDED,
                new AuditEvent.Actor(request, text, text, text),
                new AuditEvent.Subject(
                        text,
                        text,
                        isEmpty ? List.of() : List.of("t:" + text, "", "p:null"),
                        isEmpty ? null : OPERATION),
                isEmpty
                        ? AuditEvent.Result.OPEN
                        : new AuditEvent.Result(AuditOutcome.SUCCESS, 200, text, 1L, "gateway", 7L, 2),
                3,
                isEmpty ? null : List.of(FieldChangeView.named("phone"), new FieldChangeView("name", text, null)),
                isEmpty ? null : Map.of("camelCase", text));
    }

    private AuditEventRow read(AuditEvent event) {
        return database.sql("select " + AuditEventRow.COLUMNS + " from audit_events where id = ?")
                .param(event.id())
                .query(AuditEventRow::of)
                .single();
    }

    private static AuditEventRow copied(AuditEventRow row, UUID id) {
        return new AuditEventRow(
                id,
                id,
                row.kind(),
                row.actor(),
                row.subject(),
                row.result(),
                row.requests(),
                row.changes(),
                row.details());
    }

    /** All columns that do not identify the event, among them those that the database fills. */
    private Map<String, @Nullable Object> withoutId(AuditEvent event) {
        return database.sql("""
                        select (to_jsonb(e) - 'id' - 'entry_id' - 'hmac' - 'xid')::text as row, e.xid is not null as has_xid
                        from audit_events e where id = ?""").param(event.id()).query().singleRow();
    }

    private boolean isValid(AuditEvent event) {
        return database.sql("select * from audit_events where id = ?")
                .param(event.id())
                .query((row, _) -> hmacs.isValid(row))
                .single();
    }

    private long count(String request) {
        return database.sql("select count(*) from audit_events where request_id = ?")
                .param(request)
                .query(Long.class)
                .single();
    }
}
