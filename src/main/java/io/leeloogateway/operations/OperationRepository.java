package io.leeloogateway.operations;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.audit.ChangeAudit;
import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.Target;
import io.leeloogateway.operations.dispatch.InstanceId;
import io.leeloogateway.operations.reconcile.StoredChange;
import io.leeloogateway.request.Outcome;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what is sent and what became of it, over connections and in transactions of its own. */
@Repository
public class OperationRepository {

    private static final int MOST_TRIES = 3;

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final LeelooCache mirror;
    private final InstanceId owner;
    private final ChangeAudit changeAudit;
    private final OutcomeMetrics meter;
    private final Clock clock;

    OperationRepository(
            @Qualifier(OperationsDataSourceConfiguration.NAME) HikariDataSource database,
            LeelooCache mirror,
            InstanceId owner,
            ChangeAudit changeAudit,
            OutcomeMetrics meter,
            Clock clock) {
        this.database = JdbcClient.create(database);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.mirror = mirror;
        this.owner = owner;
        this.changeAudit = changeAudit;
        this.meter = meter;
        this.clock = clock;
    }

    /** What a row was until now, and which copies end with it. */
    private record Ended(Set<String> touched, Outcome before) {}

    /** Commits the beginning of a change, unless its key stands for another already: then gives that one. */
    Optional<OperationRow> begin(NewOperation beginning) {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            if (Boolean.TRUE.equals(transactions.execute(_ -> isInserted(beginning)))) {
                return Optional.empty();
            }
            var holder = holder(beginning);
            if (holder.isPresent()) {
                return holder;
            }
            // the holder gave the key up in between
        }
        throw new IllegalStateException("the key of operation " + beginning.id() + " changes hands too quickly");
    }

    /** Begins and takes back. */
    void rehearse(NewOperation beginning) {
        transactions.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            isInserted(beginning);
        });
    }

    /** Commits what became of a change, if its outcome so far is one of those; says whether it was. */
    public boolean end(UUID id, Set<Outcome> soFar, OperationResult ending) {
        var isEnded = Boolean.TRUE.equals(transactions.execute(_ -> {
            var ended = update(id, soFar, ending);
            ended.ifPresent(row -> {
                mirror.invalidate(row.touched(), database);
                changeAudit.recordEnd(id, ending.told(row.before()), database);
            });
            return ended.isPresent();
        }));
        if (isEnded) {
            meter.became(ending.outcome());
        }
        return isEnded;
    }

    /** The copies that a change touches end with it, now and once more when it is over. */
    private boolean isInserted(NewOperation beginning) {
        if (!insert(beginning)) {
            return false;
        }
        mirror.invalidate(beginning.touched(), database);
        changeAudit.recordBegin(beginning.entry(), database);
        return true;
    }

    private boolean insert(NewOperation beginning) {
        var change = beginning.change();
        return database.sql("""
                        insert into operations (id, client_id, operation, target_kind, target_id, also_id, idempotency_key, holds_key,
                            fingerprint, change, touched, request, outcome, request_id, owner, started_at, retry_of)
                        values (:id, :client, :operation, :kind, :target, :also, :key, :key::text is not null, :fingerprint, :change, :touched,
                            :request, 'sending', :requestId, :owner, :at,
                            (select id from operations where client_id = :client and idempotency_key = :key
                                order by id desc limit 1))
                        on conflict (client_id, idempotency_key) where holds_key do nothing""")
                        .param("id", beginning.id())
                        .param("client", beginning.clientId())
                        .param("operation", beginning.operation())
                        .param("kind", change.target().kind())
                        .param("target", change.target().id())
                        .param(
                                "also",
                                Optional.ofNullable(change.target().other())
                                        .map(Target::id)
                                        .orElse(null))
                        .param("key", beginning.keyText())
                        .param("fingerprint", beginning.fingerprint())
                        .param("change", StoredChange.kindOf(change))
                        .param("touched", beginning.touched().toArray(String[]::new))
                        .param("request", StoredChange.of(change))
                        .param("requestId", beginning.requestId())
                        .param("owner", owner.id())
                        .param("at", Timestamp.from(beginning.at()))
                        .update()
                == 1;
    }

    private Optional<OperationRow> holder(NewOperation beginning) {
        return database.sql(
                        "select * from operations where client_id = :client and idempotency_key = :key and holds_key")
                .param("client", beginning.clientId())
                .param("key", beginning.keyText())
                .query(OperationRow::of)
                .optional();
    }

    /** What was asked is kept only as long as somebody may have to look for it; what was erased meanwhile is not answered for either. */
    private Optional<Ended> update(UUID id, Set<Outcome> soFar, OperationResult ending) {
        return database.sql("""
                        update operations set outcome = :outcome, status = coalesce(:status, status), answer = case when outcome = 'sending' and request is null then null else :answer end, evidence = :evidence,
                            made_id = coalesce(:made, made_id), holds_key = holds_key and not :free, finished_at = :now,
                            request = case when :outcome = 'unknown' then request end,
                            next_look_at = case when :outcome = 'unknown' and request is not null then :now::timestamptz end,
                            history = history || jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
                                'outcome', :outcome::text, 'at', :at::text, 'by', :by::text, 'evidence', :evidence::text)))
                        where id = :id and outcome in (:soFar) returning touched, old.outcome as before""")
                .param("id", id)
                .param("soFar", soFar.stream().map(Outcome::word).toList())
                .param("outcome", ending.outcome().word())
                .param("status", ending.status())
                .param("answer", ending.answer())
                .param("evidence", ending.evidence())
                .param("made", ending.madeId())
                .param("free", ending.keyIsFree())
                .param("by", ending.by())
                .param("at", clock.instant().toString())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Ended(
                        Set.of((String[]) row.getArray("touched").getArray()),
                        OperationRow.outcome(row.getString("before"))))
                .optional();
    }
}
