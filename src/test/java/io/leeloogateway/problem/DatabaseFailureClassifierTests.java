package io.leeloogateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** SQL states of PostgreSQL (manual, appendix A), wrapped in all exceptions of Spring. */
class DatabaseFailureClassifierTests {

    @ParameterizedTest
    @CsvSource({
        "08000, 503", // connection exception
        "08001, 503", // cannot connect
        "08006, 503", // connection failure
        "25006, 503", // read-only transaction: a standby
        "53000, 503", // insufficient resources
        "53100, 503", // disk full
        "53200, 503", // out of memory
        "53300, 503", // too many connections
        "57014, 503", // query cancelled: its time was over
        "57P01, 503", // admin shutdown
        "57P02, 503", // crash shutdown
        "57P03, 503", // starting up
        "58030, 503", // I/O error
        "22001, 500", // string too long
        "23505, 500", // unique violation
        "25001, 500", // active transaction
        "40001, 503", // serialization failure
        "40P01, 503", // deadlock
        "42601, 500", // syntax error
        "42P01, 500", // no such table
        "54000, 500", // limit exceeded: too long for an index
        "XX000, 500" // internal error
    })
    void sqlStateDeterminesTheResponse(String sqlState, int status) {
        assertThat(wrapped(new SQLException("of no worth", sqlState)))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(statusOf(failure))
                        .describedAs("%s", failure.getClass())
                        .isEqualTo(status));
    }

    private static Stream<Exception> wrapped(SQLException cause) {
        var failures = Stream.of(
                        new SQLExceptionSubclassTranslator().translate("read", null, cause),
                        new SQLErrorCodeSQLExceptionTranslator("PostgreSQL").translate("read", null, cause),
                        new UncategorizedSQLException("read", null, cause))
                .filter(Objects::nonNull)
                .toList();
        return failures.stream()
                .flatMap(failure -> Stream.of(
                        failure, new TransactionSystemException("of no worth", failure), rollbackFailedAfter(failure)));
    }

    @Test
    void connectionLostDuringTheCommitIsAnUnavailableDatabase() {
        var closed = new SQLException("Connection is closed");

        assertThat(statusOf(new TransactionSystemException("JDBC rollback failed", closed)))
                .isEqualTo(503);
        assertThat(statusOf(new TransactionSystemException("of no worth"))).isEqualTo(500);
    }

    private static TransactionSystemException rollbackFailedAfter(RuntimeException failure) {
        var rollback = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        rollback.initApplicationException(failure);
        return rollback;
    }

    private static int statusOf(Exception failure) {
        var answer = MockMvcBuilders.standaloneSetup(new Failing(failure))
                .setControllerAdvice(new ProblemAdvice())
                .build();
        return MockMvcTester.create(answer)
                .get()
                .uri("/")
                .exchange()
                .getResponse()
                .getStatus();
    }

    @RestController
    record Failing(Exception failure) {

        @GetMapping("/")
        void fail() throws Exception {
            throw failure;
        }
    }
}
