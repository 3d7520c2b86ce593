package io.leeloogateway.operations.reconcile;

import io.leeloogateway.operations.OperationRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The unknown operations: their clients in turn, those of a client in the order of their next check. */
@Repository
class ReconciliationQueue {

    private static final String IS_DUE =
            "outcome = 'unknown' and next_reconciliation_at <= :now and request is not null";

    private final JdbcClient database;

    /** The clients of which operations were found, the one of the last at the end; others come before them. */
    private final List<String> turns = new CopyOnWriteArrayList<>();

    ReconciliationQueue(JdbcClient database) {
        this.database = database;
    }

    Optional<OperationRow> findDue(Instant now) {
        var clients = new ArrayList<>(findClients(now));
        clients.sort(Comparator.comparingInt(turns::indexOf));
        var found = clients.stream()
                .flatMap(client -> findDue(client, now).stream())
                .findFirst();
        found.map(OperationRow::clientId).ifPresent(client -> {
            turns.remove(client);
            turns.add(client);
        });
        return found;
    }

    private List<String> findClients(Instant now) {
        return database.sql("select client_id from operations where " + IS_DUE
                        + " group by client_id order by min(next_reconciliation_at)")
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getString("client_id"))
                .list();
    }

    private Optional<OperationRow> findDue(String clientId, Instant now) {
        return database.sql(
                        "select %s from operations where client_id = :client and %s order by next_reconciliation_at limit 1"
                                .formatted(OperationRow.COLUMNS_WITH_REQUEST, IS_DUE))
                .param("client", clientId)
                .param("now", Timestamp.from(now))
                .query(OperationRow::of)
                .optional();
    }

    /** False if the operation was erased, or its request has expired. */
    boolean hasRequest(UUID id) {
        return database.sql(
                        "select exists (select from operations where id = :id and request is not null and not erased)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Records a check without a decision, and the time of the next check; null for no further check. */
    void postpone(UUID id, @Nullable Instant next, String evidence) {
        database.sql("""
                        update operations set next_reconciliation_at = :next, evidence = :evidence,
                            reconciliations = reconciliations + 1
                        where id = :id and outcome = 'unknown' and not erased""")
                .param("id", id)
                .param("next", next == null ? null : Timestamp.from(next))
                .param("evidence", evidence.replace("\0", ""))
                .update();
    }
}
