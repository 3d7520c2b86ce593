package io.leeloogateway.sync;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How current the synchronized entries are. */
@Repository
public class SyncStatus {

    private final JdbcClient database;

    SyncStatus(JdbcClient database) {
        this.database = database;
    }

    /** The end of the last complete run of a kind; empty until there was one. */
    public Optional<Instant> lastCompleteRun(SyncKind kind) {
        return database.sql("""
                        select finished_at from sync_runs where kind = :kind and mode = 'full' and state = 'completed'
                        order by finished_at desc limit 1""")
                .param("kind", kind.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
