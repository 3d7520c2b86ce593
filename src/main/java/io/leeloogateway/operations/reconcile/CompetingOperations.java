package io.leeloogateway.operations.reconcile;

import io.leeloogateway.leeloo.change.SendFacts;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.request.UuidV7Generator;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the ledger knows beside one change: others that may stand behind what Leeloo shows. */
@Repository
class CompetingOperations {

    /** A change may be answered this much later than it was written down. */
    private static final Duration LONGEST_SENDING = Duration.ofMinutes(10);

    private final JdbcClient database;

    CompetingOperations(JdbcClient database) {
        this.database = database;
    }

    SendFacts beside(OperationRow row, List<String> fingerprints) {
        return new SendFacts(row.startedAt(), claimedIds(row), equalClaims(row, fingerprints), rivals(row));
    }

    /** Whether the same was changed again afterwards, or answered so, so that its state proves nothing about this change. */
    boolean isChangedAfter(OperationRow row, List<String> kinds) {
        return database.sql("""
                        select exists (select 1 from operations where coalesce(target_id, made_id) = :target and id <> :id
                            and change in (:kinds) and also_id is not distinct from :also
                            and (id > :id and outcome in ('sending', 'unknown', 'applied')
                                or outcome = 'sending' or outcome = 'applied' and evidence is null and finished_at >= :at))""")
                .param("target", row.targetId())
                .param("id", row.id())
                .param("kinds", kinds)
                .param("also", row.alsoId())
                .param("at", Timestamp.from(row.startedAt()))
                .query(Boolean.class)
                .single();
    }

    private Set<String> claimedIds(OperationRow row) {
        return new HashSet<>(database.sql(
                        "select made_id from operations where made_id is not null and id <> :id and id > :earliest")
                .param("id", row.id())
                .param("earliest", UuidV7Generator.first(row.startedAt().minus(LONGEST_SENDING)))
                .query((found, _) -> found.getString("made_id"))
                .list());
    }

    private int equalClaims(OperationRow row, List<String> fingerprints) {
        return database.sql("""
                        select count(*) from operations where fingerprint in (:fingerprints) and id <> :id
                            and outcome in ('sending', 'applied') and (finished_at is null or finished_at >= :at)""")
                .param("fingerprints", fingerprints)
                .param("id", row.id())
                .param("at", Timestamp.from(row.startedAt()))
                .query(Integer.class)
                .single();
    }

    /** Also what somebody settled by hand: which order it made stays unknown. */
    private int rivals(OperationRow row) {
        return database.sql("""
                        select count(*) from operations where change = :change and coalesce(target_id, made_id) = :target
                            and id <> :id and (outcome in ('sending', 'unknown')
                                or outcome = 'applied' and made_id is null and finished_at >= :at)""")
                .param("change", row.change())
                .param("target", row.targetId())
                .param("id", row.id())
                .param("at", Timestamp.from(row.startedAt()))
                .query(Integer.class)
                .single();
    }
}
