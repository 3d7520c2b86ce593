package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.fixtures.PostgresProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Sessions without the settings that the gateway relies on end the start with one message. */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class SessionCheckIntegrationTests {

    private static final String INIT_SQL = "--spring.datasource.hikari.connection-init-sql=";

    private static PostgresProcess postgres;

    @BeforeAll
    static void startPostgres() {
        postgres = PostgresProcess.start();
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    /** As behind a pooler that drops the settings of a session. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            set time zone 'UTC'                                                   | lock_timeout=0, statement_timeout=0
            {timeouts} set time zone 'Asia/Tokyo'                                 | TimeZone=Asia/Tokyo
            {timeouts} set default_transaction_isolation = 'serializable'         | default_transaction_isolation=serializable
            {timeouts} set time zone 'UTC'; set lock_timeout = 5000               | lock_timeout=5000
            """)
    void settingThatIsNotInForceEndsTheStart(String sql, String wrong, CapturedOutput output) {
        var settings = sql.replace("{timeouts}", "set statement_timeout = 1800; set lock_timeout = 1000;");

        assertThatThrownBy(() -> OwnGateway.start(postgres, INIT_SQL + settings))
                .isNotNull();

        assertThat(output)
                .contains("PostgreSQL does not apply the settings of the pool", wrong)
                .doesNotContain("\tat io.leeloo", "Tomcat started");
    }

    @Test
    void readOnlyRoleEndsTheStart(CapturedOutput output) {
        postgres.database().sql("create role reader login").update();
        postgres.database()
                .sql("alter role reader set default_transaction_read_only = on")
                .update();

        assertThatThrownBy(() -> OwnGateway.start(postgres, "--spring.datasource.username=reader"))
                .isNotNull();

        assertThat(output)
                .contains("PostgreSQL is read-only for the role reader.")
                .doesNotContain("\tat io.leeloo");
    }

    /** As behind a pooler in transaction mode, which gives one server connection to idle sessions in turn. */
    @Test
    void sharedServerConnectionIsRefused() {
        var shared = new SingleConnectionDataSource(postgres.url(), "postgres", "postgres", true);

        assertThatThrownBy(() -> SessionCheck.check(shared))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("shares server connections between sessions");

        shared.destroy();
    }

    @Test
    void separateServerConnectionsAreAccepted() {
        SessionCheck.check(postgres.dataSource());
    }
}
