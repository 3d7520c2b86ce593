package io.leeloogateway.cache;

import io.leeloogateway.bulkhead.ClientBulkhead;
import io.leeloogateway.problem.DatabaseFailureClassifier;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.stereotype.Component;

/**
 * Stores the rows of a list. A row that the database rejects is left out, not the whole page. Few pages are stored at once, so that they leave
 * connections to the other requests.
 */
@Component
public class ListRowStore {

    private static final Logger log = LoggerFactory.getLogger(ListRowStore.class);

    /** A page takes some hundredths of a second. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final ClientBulkhead bulkhead = new ClientBulkhead(2, 1);
    private final JdbcTemplate database;

    ListRowStore(JdbcTemplate database) {
        this.database = database;
    }

    /** Executes the statement for each row. */
    public <R> void store(
            String statement,
            List<R> rows,
            Function<R, String> id,
            ParameterizedPreparedStatementSetter<R> parameters,
            RejectedRows rejected) {
        try (var _ =
                bulkhead.tryAcquire(MAX_WAIT).orElseThrow(() -> new QueryTimeoutException("other lists are stored"))) {
            storeAccepted(statement, rows, id, parameters, rejected);
        }
    }

    private <R> void storeAccepted(
            String statement,
            List<R> rows,
            Function<R, String> id,
            ParameterizedPreparedStatementSetter<R> parameters,
            RejectedRows rejected) {
        if (isAccepted(statement, rows, parameters)) {
            return;
        }
        for (var row : rows) {
            if (!isAccepted(statement, List.of(row), parameters)) {
                rejected.add(id.apply(row));
            }
        }
    }

    private <R> boolean isAccepted(String statement, List<R> rows, ParameterizedPreparedStatementSetter<R> parameters) {
        try {
            database.batchUpdate(statement, rows, Math.max(1, rows.size()), parameters);
            return true;
        } catch (DataAccessException e) {
            if (DatabaseFailureClassifier.isCauseOf(e)) {
                throw e;
            }
            log.warn("{} rows of a list cannot be stored: {}", rows.size(), DatabaseFailureClassifier.reason(e));
            return false;
        }
    }
}
