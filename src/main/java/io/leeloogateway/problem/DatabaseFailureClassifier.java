package io.leeloogateway.problem;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that is away, full or going down from a mistake of ours; Spring and Hibernate tell only some of it apart. */
final class DatabaseFailureClassifier {

    /** PostgreSQL, appendix A: connection, resources, operator's intervention, system; a standby's read-only transaction, a lock not given back. */
    private static final String STATES = "(08|53|57|58).*|25006|55P03";

    private DatabaseFailureClassifier() {}

    static boolean isCauseOf(Exception failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(DatabaseFailureClassifier::isOne);
    }

    private static boolean isOne(Throwable failure) {
        return switch (failure) {
            case DataAccessResourceFailureException _,
                    TransientDataAccessException _,
                    CannotCreateTransactionException _ -> true;
            case SQLException e -> e.getSQLState() != null && e.getSQLState().matches(STATES);
            default -> false;
        };
    }
}
