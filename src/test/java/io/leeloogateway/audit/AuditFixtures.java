package io.leeloogateway.audit;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inserts audit entries without requests. */
public final class AuditFixtures {

    private static final int BATCH = 10_000;

    private AuditFixtures() {}

    /** Inserts entries of a client and returns the ids. */
    public static Set<String> of(JdbcClient database, String client, int entries) {
        for (var done = 0; done < entries; done += BATCH) {
            database.sql("""
                            insert into audit_events (id, entry_id, kind, cluster, request_id, client_id, action, outcome, status, hmac)
                            select id, id, 'ended', system_identifier, 'filled-' || :client, :client, 'tags.list', 'success', 200, '\\x00'
                            from (select uuidv7() as id from generate_series(1, :entries)) made, pg_control_system()""")
                    .param("client", client)
                    .param("entries", Math.min(BATCH, entries - done))
                    .update();
        }
        return database
                .sql("select id::text from audit_events where client_id = ?")
                .param(client)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
