package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.fixtures.PostgresProcess;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** PostgreSQL 18 behind a forwarder that rewrites the version in the server's greeting. */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class PostgresVersionIntegrationTests {

    private static final String VERSION = "server_version\0";

    @ParameterizedTest
    @ValueSource(strings = {"15", "17"})
    void olderPostgresEndsTheStartBeforeTheMigration(String version, CapturedOutput output) throws Exception {
        try (var postgres = PostgresProcess.start();
                var older = forward(postgres, version)) {
            assertThatThrownBy(() -> OwnGateway.start(postgres, "--spring.datasource.url=" + url(postgres, older)))
                    .isNotNull();

            assertThat(output).contains("PostgreSQL 18 or newer is needed, this is " + version + ".");
            assertThat(output).doesNotContain("\tat io.leeloo");
            assertThat(postgres.database()
                            .sql("select count(*) from pg_tables where schemaname = 'public'")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void databaseWithAnotherEncodingIsAcceptedWithAWarning(CapturedOutput output) throws Exception {
        try (var postgres = PostgresProcess.start()) {
            postgres.database()
                    .sql("create database plain encoding 'SQL_ASCII' locale 'C' template template0")
                    .update();
            var url = postgres.url().replace("/postgres", "/plain");

            try (var gateway = OwnGateway.start(postgres, "--spring.datasource.url=" + url)) {
                assertThat(output).contains("the database has the encoding SQL_ASCII instead of UTF8");
                assertThat(gateway.get("/api/v1/people/search?q=anna").statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void newerPostgresIsAccepted() throws Exception {
        try (var postgres = PostgresProcess.start();
                var newer = forward(postgres, "19");
                var gateway = OwnGateway.start(postgres, "--spring.datasource.url=" + url(postgres, newer))) {
            assertThat(gateway.get("/api/v1/me").statusCode()).isEqualTo(200);
        }
    }

    private static TcpForwarder forward(PostgresProcess postgres, String version) throws Exception {
        var forwarder = new TcpForwarder(
                address(postgres).getPort(), text -> text.replace(VERSION + "18.", VERSION + version + "."));
        forwarder.open();
        return forwarder;
    }

    private static URI address(PostgresProcess postgres) {
        return URI.create(postgres.url().replaceFirst("^jdbc:", ""));
    }

    private static String url(PostgresProcess postgres, TcpForwarder forwarder) {
        return postgres.url().replace(":" + address(postgres).getPort() + "/", ":" + forwarder.port() + "/");
    }
}
