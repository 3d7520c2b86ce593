package io.leeloogateway.operations;

import io.leeloogateway.fixtures.RawClient;
import io.leeloogateway.operations.web.OperationRowRepository;
import io.leeloogateway.request.UuidV7Generator;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks into the ledger, and puts rows there as other instances and other days would. */
public record OperationTableRows(JdbcClient database) {

    public OperationRow row(String operationId) {
        return new OperationRowRepository(database)
                .find(UUID.fromString(operationId))
                .orElseThrow();
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
        return new OperationRowRepository(database).find(id).isPresent();
    }

    /** A comment that is being sent since that moment. */
    public UUID sending(String clientId, UUID owner, Instant since) {
        var id = UuidV7Generator.first(since);
        var own = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() | System.nanoTime() >>> 2);
        database.sql("""
                        insert into operations (id, client_id, operation, target_kind, target_id, idempotency_key, holds_key,
                            fingerprint, change, touched, request, outcome, request_id, owner, started_at)
                        values (:id, :client, 'people.addComment', 'person', :target, :key, true, '00', 'AddComment', '{}', :request,
                            'sending', :requestId, :owner, :since)""")
                .param("id", own)
                .param("client", clientId)
                .param("target", RawClient.ANNA)
                .param("key", "key-" + own)
                .param("request", "{\"personId\":\"" + RawClient.ANNA + "\",\"text\":\"Called\"}")
                .param("requestId", "request-" + own)
                .param("owner", owner)
                .param("since", Timestamp.from(since))
                .update();
        return own;
    }

    /** As if it had been sent so many seconds earlier, and were to be looked for now. */
    public void age(String operationId, int seconds) {
        database.sql("""
                        update operations set started_at = started_at - make_interval(secs => :seconds), next_look_at = now()
                        where id = :id""")
                .param("seconds", seconds)
                .param("id", UUID.fromString(operationId))
                .update();
    }
}
