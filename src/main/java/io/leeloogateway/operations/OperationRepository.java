package io.leeloogateway.operations;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.ContactScopes;
import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.change.CreateOrder;
import io.leeloogateway.operations.dispatch.InstanceId;
import io.leeloogateway.operations.reconcile.StoredChange;
import io.leeloogateway.request.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Inserts and updates rows of the table {@code operations} on its own connections. */
@Repository
class OperationRepository {

    private final JdbcClient database;
    private final InstanceId instance;
    private final Clock clock;

    OperationRepository(
            @Qualifier(OperationsDataSourceConfiguration.NAME) HikariDataSource database,
            InstanceId instance,
            Clock clock) {
        this.database = JdbcClient.create(database);
        this.instance = instance;
        this.clock = clock;
    }

    record FinishedRow(Set<String> invalidations, Outcome previousOutcome) {}

    /** Returns false if another operation has the idempotency key. */
    boolean insert(NewOperation operation) {
        var change = operation.change();
        return database.sql("""
                        insert into operations (id, client_id, action, target_kind, target_id, related_id, idempotency_key,
                            key_active, fingerprint, change, invalidations, request, outcome, request_id, instance_id,
                            started_at, retry_of)
                        values (:id, :client, :action, :kind, :target, :related, :key, :key::text is not null, :fingerprint,
                            :change, :invalidations, :request, 'sending', :requestId, :instance, :startedAt,
                            (select id from operations where client_id = :client and idempotency_key = :key
                                order by id desc limit 1))
                        on conflict (client_id, idempotency_key) where key_active do nothing""")
                        .param("id", operation.id())
                        .param("client", operation.clientId())
                        .param("action", operation.action())
                        .param("kind", change.target().kind())
                        .param("target", change.target().id())
                        .param(
                                "related",
                                Optional.ofNullable(change.target().other())
                                        .map(Target::id)
                                        .orElse(null))
                        .param("key", operation.keyText())
                        .param("fingerprint", operation.fingerprint())
                        .param("change", StoredChange.nameOf(change))
                        .param(
                                "invalidations",
                                ContactScopes.without(operation.invalidations()).toArray(String[]::new))
                        .param("request", StoredChange.write(change))
                        .param("requestId", operation.requestId())
                        .param("instance", instance.id())
                        .param("startedAt", Timestamp.from(operation.startedAt()))
                        .update()
                == 1;
    }

    Optional<OperationRow> findByActiveKey(String clientId, @Nullable String key) {
        return database.sql(
                        "select %s from operations where client_id = :client and idempotency_key = :key and key_active"
                                .formatted(OperationRow.COLUMNS_WITH_RESPONSE))
                .param("client", clientId)
                .param("key", key)
                .query(OperationRow::of)
                .optional();
    }

    /** Finds the latest equal change of the client that is in progress or unknown, and keeps others from beginning until the transaction ends. */
    Optional<OperationRow> lockAndFindDuplicate(NewOperation operation) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:client || ' ' || :fingerprint, 0))")
                .param("client", operation.clientId())
                .param("fingerprint", operation.fingerprint())
                .query()
                .singleRow();
        return database.sql("""
                        select %s from operations where client_id = :client and fingerprint = :fingerprint
                            and outcome in ('sending', 'unknown') and started_at > :since order by id desc limit 1""".formatted(OperationRow.COLUMNS_WITHOUT_BODIES))
                .param("client", operation.clientId())
                .param("fingerprint", operation.fingerprint())
                .param(
                        "since",
                        Timestamp.from(operation
                                .startedAt()
                                .minus(operation.repetition().window())))
                .query(OperationRow::of)
                .optional();
    }

    /** Keeps the request only for an unknown outcome. A row that was erased before its response came stores none, nor evidence; the previous release marks it by the missing request only. */
    Optional<FinishedRow> finish(UUID id, Set<Outcome> expected, OperationResult result) {
        return database.sql("""
                        update operations set outcome = :outcome, status = coalesce(:status, status),
                            response = case when not erased and not (outcome in ('sending', 'unknown') and request is null) then :response end,
                            evidence = case when not erased then :evidence end, created_id = coalesce(:created, created_id),
                            key_active = not :releasesKey and (key_active or :outcome = 'applied' and idempotency_key is not null
                                and not exists (select from operations other where other.client_id = operations.client_id
                                    and other.idempotency_key = operations.idempotency_key and other.key_active)), finished_at = :now,
                            request = case when :outcome = 'unknown' then request end,
                            next_reconciliation_at = case when :outcome = 'unknown' and request is not null
                                then :now::timestamptz end,
                            history = history || jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
                                'outcome', :outcome::text, 'at', :at::text, 'by', :by::text, 'evidence', case when not erased then :evidence::text end)))
                        where id = :id and outcome in (:expected) returning invalidations, change, old.outcome as previous""")
                .param("id", id)
                .param("expected", expected.stream().map(Outcome::value).toList())
                .param("outcome", result.outcome().value())
                .param("status", result.status())
                .param("response", result.response())
                .param("evidence", result.evidence())
                .param("created", result.createdId())
                .param("releasesKey", result.releasesKey())
                .param("by", result.by())
                .param("at", clock.instant().toString())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new FinishedRow(
                        invalidations(row, result.createdId()), OperationRow.outcome(row.getString("previous"))))
                .optional();
    }

    /** The scopes of the change, and of what it created: somebody may have asked for its id before. Nobody can ask for an id of another form. */
    private static Set<String> invalidations(ResultSet row, @Nullable String createdId) throws SQLException {
        var scopes =
                new HashSet<>(List.of((String[]) row.getArray("invalidations").getArray()));
        if (createdId != null && createdId.matches(LeelooId.REGEX)) {
            var isOrder = row.getString("change").equals(CreateOrder.class.getSimpleName());
            scopes.add(CacheKey.scope(isOrder ? ResourceType.ORDER : ResourceType.PERSON, createdId));
        }
        return scopes;
    }
}
