package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.fixtures.PostgresProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A connection that PostgreSQL will never accept ends the start with one message. */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class RefusedConnectionIntegrationTests {

    private static PostgresProcess postgres;

    @BeforeAll
    static void startPostgres() {
        postgres = PostgresProcess.start();
        postgres.database().sql("create role locked_out nologin").update();
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            --spring.datasource.url=${url}none,                   database "postgresnone" does not exist
            --spring.datasource.url=${url}?options=-c%20TimeZone=Europe/Nowhere, invalid value for parameter "TimeZone"
            --spring.datasource.url=${url}?ssl=true,              does not support SSL
            --spring.datasource.username=nobody,                  role "nobody" does not exist
            --spring.datasource.username=locked_out,              role "locked_out" is not permitted to log in
            --spring.flyway.user=nobody,                          role "nobody" does not exist
            """)
    void refusedConnectionEndsTheStart(String setting, String cause, CapturedOutput output) {
        assertThatThrownBy(() -> OwnGateway.start(postgres, setting.replace("${url}", postgres.url())))
                .isNotNull();

        // the log may be JSON, where a quote has a backslash
        assertThat(output.toString().replace("\\\"", "\""))
                .contains("PostgreSQL does not accept the connection:", cause)
                .doesNotContain("waiting for PostgreSQL", "\tat io.leeloo");
    }
}
