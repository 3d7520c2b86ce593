package io.leeloogateway.operations;

import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.request.UuidV7Generator;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads rows of operations, and inserts rows as if from another instance or an earlier time. */
public record OperationTableRows(JdbcClient database) {

    public OperationRow row(String operationId) {
        return find(UUID.fromString(operationId)).orElseThrow();
    }

    OperationRow rowOf(String requestId) {
        return database.sql("select * from operations where request_id = ?")
                .param(requestId)
                .query(OperationRow::of)
                .single();
    }

    public long count(String requestId) {
        return database.sql("select count(*) from operations where request_id = ?")
                .param(requestId)
                .query(Long.class)
                .single();
    }

    boolean exists(UUID id) {
        return find(id).isPresent();
    }

    private Optional<OperationRow> find(UUID id) {
        return database.sql("select * from operations where id = ?")
                .param(id)
                .query(OperationRow::of)
                .optional();
    }

    /** Inserts a comment that the instance is sending. */
    public UUID sending(String clientId, UUID instanceId, Instant startedAt) {
        var id = UuidV7Generator.lowerBound(startedAt);
        var own = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() | System.nanoTime() >>> 2);
        database.sql("""
                        insert into operations (id, client_id, action, target_kind, target_id, idempotency_key, key_active,
                            fingerprint, change, invalidations, request, outcome, request_id, instance_id, started_at)
                        values (:id, :client, 'people.addComment', 'person', :target, :key, true, '00', 'AddComment', '{}', :request,
                            'sending', :requestId, :instance, :startedAt)""")
                .param("id", own)
                .param("client", clientId)
                .param("target", ChangeClient.ANNA)
                .param("key", "key-" + own)
                .param("request", "{\"personId\":\"" + ChangeClient.ANNA + "\",\"text\":\"Called\"}")
                .param("requestId", "request-" + own)
                .param("instance", instanceId)
                .param("startedAt", Timestamp.from(startedAt))
                .update();
        return own;
    }

    /** Moves the operation into the past and makes its next check due. */
    public void age(String operationId, int seconds) {
        database.sql("""
                        update operations set started_at = started_at - make_interval(secs => :seconds), next_reconciliation_at = now()
                        where id = :id""")
                .param("seconds", seconds)
                .param("id", UUID.fromString(operationId))
                .update();
    }
}
