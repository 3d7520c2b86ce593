package io.leeloogateway.problem;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Distinguishes an unavailable database, which passes, from a statement that always fails; Spring classifies only some SQL states. */
public final class DatabaseFailureClassifier {

    /** PostgreSQL, appendix A: connection exception, insufficient resources, operator intervention, system error; serialization failure, deadlock, read-only transaction, lock not available. */
    private static final String UNAVAILABLE = "(08|53|57|58).*|40001|40P01|25006|55P03";

    /** Serialization failure, deadlock, lock not available. */
    private static final String LOCKED = "40001|40P01|55P03";

    /** Program limit exceeded, such as a value that is too long for an index; Spring takes it for a failure of a resource. */
    private static final String LIMIT_EXCEEDED = "54.*";

    /** Data exception, integrity constraint violation, program limit exceeded. */
    private static final String VALUE_REJECTED = "(22|23|54).*";

    private DatabaseFailureClassifier() {}

    /** Whether the same statement may succeed later. */
    public static boolean isCauseOf(Throwable failure) {
        return causes(failure).noneMatch(cause -> hasState(cause, LIMIT_EXCEEDED))
                && causes(failure).anyMatch(DatabaseFailureClassifier::isUnavailable);
    }

    /** Whether the transaction surely left nothing behind: it got no connection, or was rolled back because of a lock. */
    public static boolean isUndone(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof CannotCreateTransactionException
                        || cause instanceof CannotGetJdbcConnectionException
                        || hasState(cause, LOCKED));
    }

    /** Whether the database works, but does not accept a value. */
    public static boolean isValueRejected(Throwable failure) {
        return causes(failure).anyMatch(cause -> hasState(cause, VALUE_REJECTED));
    }

    /** With the failure that a failed rollback hides. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause ->
                        Stream.concat(Stream.of(cause), hiddenBy(cause).flatMap(DatabaseFailureClassifier::causes)));
    }

    private static Stream<Throwable> hiddenBy(Throwable failure) {
        return failure instanceof TransactionSystemException rollback
                ? Stream.ofNullable(rollback.getApplicationException())
                : Stream.empty();
    }

    private static boolean isUnavailable(Throwable failure) {
        return switch (failure) {
            case DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _ -> true;
            case TransactionSystemException end when end.getApplicationException() == null -> isConnectionClosed(end);
            default -> hasState(failure, UNAVAILABLE);
        };
    }

    /** The connection was lost during the commit: the pool closed it before the rollback, and says so without a SQL state. */
    private static boolean isConnectionClosed(TransactionSystemException end) {
        return end.getCause() instanceof SQLException cause && cause.getSQLState() == null;
    }

    /** The SQL state of a failure of the database, the name of any other failure: neither quotes a value. */
    public static String reason(Throwable failure) {
        return causes(failure)
                .filter(cause -> hasState(cause, ".+"))
                .map(cause -> "SQL state " + ((SQLException) cause).getSQLState())
                .findFirst()
                .orElse(failure.getClass().getSimpleName());
    }

    private static boolean hasState(Throwable failure, String states) {
        return failure instanceof SQLException e
                && e.getSQLState() != null
                && e.getSQLState().matches(states);
    }
}
