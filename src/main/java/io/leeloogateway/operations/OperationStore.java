package io.leeloogateway.operations;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.audit.ChangeAudit;
import io.leeloogateway.cache.CacheInvalidator;
import io.leeloogateway.cache.Invalidation;
import io.leeloogateway.request.Outcome;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records each change before the send and its outcome afterwards. Both transactions also write the audit log and, last, invalidate cache entries: other changes of these entries wait until the commit. */
@Component
public class OperationStore {

    private static final int MAX_ATTEMPTS = 3;

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final OperationRepository operations;
    private final CacheInvalidator invalidator;
    private final ChangeAudit audit;
    private final OutcomeMetrics metrics;

    OperationStore(
            @Qualifier(OperationsDataSourceConfiguration.NAME) HikariDataSource database,
            OperationRepository operations,
            CacheInvalidator invalidator,
            ChangeAudit audit,
            OutcomeMetrics metrics) {
        this.database = JdbcClient.create(database);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.operations = operations;
        this.invalidator = invalidator;
        this.audit = audit;
        this.metrics = metrics;
    }

    /** Commits the operation; if its idempotency key belongs to an earlier operation, or if it repeats one, returns the earlier operation instead. */
    Optional<OperationRow> begin(NewOperation operation) {
        return operation.repetition().isByWindow() ? beginUnlessDuplicate(operation) : beginWithKey(operation);
    }

    /** Equal changes begin one after the other. */
    private Optional<OperationRow> beginUnlessDuplicate(NewOperation operation) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var duplicate = operations.lockAndFindDuplicate(operation);
            if (duplicate.isEmpty()) {
                insert(operation);
            }
            return duplicate;
        }));
    }

    private Optional<OperationRow> beginWithKey(NewOperation operation) {
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            if (Boolean.TRUE.equals(transactions.execute(_ -> insert(operation)))) {
                return Optional.empty();
            }
            var existing = operations.findByActiveKey(operation.clientId(), operation.keyText());
            if (existing.isPresent()) {
                return existing;
            }
            // the earlier operation released the key between the two statements
        }
        throw new IllegalStateException(
                "the key of operation " + operation.id() + " is claimed and released too often");
    }

    Optional<OperationRow> findByActiveKey(String clientId, String key) {
        return operations.findByActiveKey(clientId, key);
    }

    /** Begins and finishes the operation in the transaction of the caller, who undoes it. */
    void rehearse(NewOperation operation, OperationResult result) {
        begin(operation);
        update(operation.id(), EnumSet.of(Outcome.SENDING), result, row -> recordEnd(operation.id(), result, row));
    }

    /** Commits the outcome if the recorded outcome is one of the expected; returns whether it was. */
    public boolean finish(UUID id, Set<Outcome> expected, OperationResult result) {
        return finish(id, expected, result, row -> recordEnd(id, result, row));
    }

    /** The last resort, where the audit log rejects the end of the change: the entry stays open. */
    public boolean finishWithoutAudit(UUID id, Set<Outcome> expected, OperationResult result) {
        return finish(id, expected, result, _ -> {});
    }

    private boolean finish(
            UUID id, Set<Outcome> expected, OperationResult result, Consumer<OperationRepository.FinishedRow> audited) {
        var invalidation = update(id, expected, result, audited);
        if (invalidation.isEmpty()) {
            return false;
        }
        metrics.count(result.outcome());
        invalidator.awaitConfirmation(invalidation.get(), database);
        return true;
    }

    private Optional<Invalidation> update(
            UUID id, Set<Outcome> expected, OperationResult result, Consumer<OperationRepository.FinishedRow> audited) {
        return Objects.requireNonNull(transactions.execute(_ -> operations
                .finish(id, expected, result)
                .map(row -> {
                    audited.accept(row);
                    return invalidator.invalidate(row.invalidations(), database);
                })));
    }

    private void recordEnd(UUID id, OperationResult result, OperationRepository.FinishedRow row) {
        audit.recordEnd(id, result.toChangeEnd(row.previousOutcome()), database);
    }

    /** The first of two invalidations; the second follows with the outcome. */
    private boolean insert(NewOperation operation) {
        if (!operations.insert(operation)) {
            return false;
        }
        audit.recordBegin(operation.auditEntry(), database);
        invalidator.invalidate(operation.invalidations(), database);
        return true;
    }
}
