package io.leeloogateway.problem;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Distinguishes an unavailable database from a programming error; Spring and Hibernate classify only some SQL states. */
final class DatabaseFailureClassifier {

    /** PostgreSQL, appendix A: connection exception, insufficient resources, operator intervention, system error; read-only transaction, lock not available. */
    private static final String UNAVAILABLE = "(08|53|57|58).*|25006|55P03";

    private DatabaseFailureClassifier() {}

    static boolean isCauseOf(Exception failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(DatabaseFailureClassifier::isUnavailable);
    }

    private static boolean isUnavailable(Throwable failure) {
        return switch (failure) {
            case DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _ -> true;
            case SQLException e -> e.getSQLState() != null && e.getSQLState().matches(UNAVAILABLE);
            default -> false;
        };
    }
}
