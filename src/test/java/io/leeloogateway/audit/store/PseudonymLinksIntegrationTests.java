package io.leeloogateway.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.audit.AuditTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A trigger links the pseudonyms of a change with its targets. */
@AuditTest
class PseudonymLinksIntegrationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transactions;

    /** An event of one change, with its fields as JSON. */
    private record Event(String kind, @Nullable String changes, List<String> tags) {}

    @Test
    void changeIsLinkedWithEachTarget() {
        var begin = new Event(
                "begun",
                "[{\"field\": \"email\", \"pseudonym\": \"ab01\"}, {\"field\": \"name\"}]",
                List.of("t:1", "t:2", "n:ab01"));

        assertThat(linksOf(begin)).containsExactly("1 ab01", "2 ab01");
    }

    @Test
    void endLinksWhatTheChangeCreated() {
        var begin = new Event("begun", "[{\"field\": \"phone\", \"pseudonym\": \"ab02\"}]", List.of("n:ab02"));
        var end = new Event("ended", null, List.of("n:ab02", "t:3"));

        assertThat(linksOf(begin)).isEmpty();
        assertThat(linksOf(begin, end)).containsExactly("3 ab02");
    }

    @Test
    void numberOfTheCompanyInACallIsNotLinked() {
        assertThat(linksOf(call("INBOUND"))).containsExactly("4 c0de");
        assertThat(linksOf(call("OUTBOUND"))).containsExactly("4 beef");
    }

    @Test
    void erasedPseudonymIsNotLinkedAgain() {
        var begin = new Event("begun", "[{\"field\": \"phone\", \"pseudonym\": \"dead\"}]", List.of("t:5"));

        assertThat(linksOf(begin)).isEmpty();
    }

    private static Event call(String type) {
        return new Event("begun", """
                [{"field": "type", "value": "%s"}, {"field": "from", "pseudonym": "c0de"}, {"field": "to", "pseudonym": "beef"}]""".formatted(type), List.of("t:4"));
    }

    /** Undoes the events, because their HMAC is wrong. */
    private List<String> linksOf(Event... events) {
        var operationId = UUID.randomUUID();
        var links = transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            List.of("ab01", "ab02", "c0de", "beef").forEach(this::create);
            List.of(events).forEach(event -> append(event, operationId));
            return database.sql("""
                            select target_id || ' ' || pseudonym from audit_pseudonym_links
                            where xmin = pg_current_xact_id()::xid order by 1""").query(String.class).list();
        });
        return Objects.requireNonNull(links);
    }

    private void create(String pseudonym) {
        database.sql("insert into audit_pseudonyms (pseudonym, hash) values (:pseudonym, decode(:pseudonym, 'hex'))")
                .param("pseudonym", pseudonym)
                .update();
    }

    private void append(Event event, UUID operationId) {
        database.sql("""
                        insert into audit_events (id, entry_id, kind, cluster, request_id, tags, operation_id, changes, hmac)
                        values (uuidv7(), uuidv7(), :kind, 1, 'links', :tags, :operation, :changes::jsonb, '')""")
                .param("kind", event.kind())
                .param("tags", event.tags().toArray(String[]::new))
                .param("operation", operationId)
                .param("changes", event.changes())
                .update();
    }
}
