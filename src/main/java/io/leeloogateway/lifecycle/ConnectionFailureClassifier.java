package io.leeloogateway.lifecycle;

import java.io.FileNotFoundException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Decides by the SQLState whether a failed connection to PostgreSQL can succeed later without a change of the configuration. */
final class ConnectionFailureClassifier {

    /** No connection; too many connections, no memory or disk space; the server starts or stops. */
    private static final Pattern TRANSIENT = Pattern.compile("08(000|001|003|006|P01)|53...|57P0[1-5]");

    /** PgBouncer reports all of its errors as 08P01, also that PostgreSQL does not respond. */
    private static final Pattern PERMANENT_TEXT = Pattern.compile(
            "unsupported startup parameter|no such (database|user)|authentication failed|bouncer config error|not allowed");

    private ConnectionFailureClassifier() {}

    static boolean isTransient(SQLException failure) {
        return failure.getSQLState() != null
                && TRANSIENT.matcher(failure.getSQLState()).matches()
                && !PERMANENT_TEXT.matcher(describe(failure)).find()
                && causes(failure)
                        .noneMatch(cause ->
                                cause instanceof CertificateException || cause instanceof FileNotFoundException);
    }

    /** Whether there is no server, or one that starts or stops. A server without free connections or memory is not asked more often. */
    static boolean isUnresponsive(SQLException failure) {
        return isTransient(failure) && !failure.getSQLState().startsWith("53");
    }

    /** The message and that of its first cause, which names the host or the certificate. */
    static String describe(SQLException failure) {
        var message = String.valueOf(failure.getMessage()).strip().replaceFirst("\\.$", "");
        var cause = failure.getCause();
        return cause == null || message.contains(String.valueOf(cause.getMessage())) ? message : message + ": " + cause;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
