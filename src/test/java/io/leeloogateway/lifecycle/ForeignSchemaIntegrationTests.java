package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.fixtures.PostgresProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ForeignSchemaIntegrationTests {

    @Test
    void databaseOfAnotherApplicationIsRefusedUntilItIsEmpty(CapturedOutput output) {
        try (var postgres = PostgresProcess.start()) {
            postgres.database()
                    .sql("create table invoices (id bigint primary key)")
                    .update();

            assertThatThrownBy(() -> OwnGateway.start(postgres)).isNotNull();
            assertThatThrownBy(() -> OwnGateway.start(postgres, "--spring.flyway.baseline-on-migrate=true"))
                    .isNotNull();

            assertThat(output).contains("the database is not empty and has no migration history; it contains invoices");
            assertThat(tables(postgres)).isEqualTo(1);
            postgres.database().sql("drop table invoices").update();
            try (var gateway = OwnGateway.start(postgres, "--spring.flyway.baseline-on-migrate=true")) {
                assertThat(gateway.get("/api/v1/tags").statusCode()).isEqualTo(200);
            }
        }
    }

    private static int tables(PostgresProcess postgres) {
        return postgres.database()
                .sql("select count(*) from pg_tables where schemaname = 'public'")
                .query(Integer.class)
                .single();
    }
}
