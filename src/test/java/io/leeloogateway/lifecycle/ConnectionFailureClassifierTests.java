package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionFailureClassifierTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            08001, Connection to 127.0.0.1:1 refused.,                           true
            08006, An I/O error occurred while sending to the backend.,          true
            57P03, FATAL: the database system is starting up,                    true
            57P01, FATAL: terminating connection due to administrator command,   true
            53300, FATAL: sorry too many clients already,                        true
            53100, FATAL: no space left on device,                               true
            08P01, FATAL: pgbouncer cannot connect to server,                    true
            08P01, FATAL: unsupported startup parameter: options,                false
            08P01, FATAL: no such database: gateway,                             false
            08P01, FATAL: password authentication failed,                        false
            08004, The server does not support SSL.,                             false
            22023, FATAL: invalid value for parameter "TimeZone": "Europe/Kiev", false
            28000, FATAL: no pg_hba.conf entry for host,                         false
            28P01, FATAL: password authentication failed for user "gateway",     false
            3D000, FATAL: database "gateway" does not exist,                     false
            42501, FATAL: permission denied for database "gateway",              false
            42704, FATAL: unrecognized configuration parameter "nonsense",       false
            ,      No suitable driver,                                           false
            """)
    void onlyFailuresThatMayPassAreTransient(String state, String message, boolean isTransient) {
        assertThat(ConnectionFailureClassifier.isTransient(new SQLException(message, state)))
                .isEqualTo(isTransient);
    }

    @Test
    void unknownHostMayBecomeKnown() {
        var failure = new SQLException("The connection attempt failed.", "08001", new UnknownHostException("postgres"));

        assertThat(ConnectionFailureClassifier.isTransient(failure)).isTrue();
        assertThat(ConnectionFailureClassifier.describe(failure)).contains("postgres");
    }

    @Test
    void certificatesDoNotBecomeTrusted() {
        var untrusted = new SQLException("SSL error", "08006", new CertificateException("no path"));
        var missing = new SQLException("no root certificate", "08006", new FileNotFoundException("/root.crt"));

        assertThat(ConnectionFailureClassifier.isTransient(untrusted)).isFalse();
        assertThat(ConnectionFailureClassifier.isTransient(missing)).isFalse();
    }
}
