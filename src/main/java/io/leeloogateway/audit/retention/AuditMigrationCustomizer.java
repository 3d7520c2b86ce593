package io.leeloogateway.audit.retention;

import io.leeloogateway.audit.AuditProperties;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Passes the role of the gateway, which may only append to the audit log, and the retention to the migration. */
@Component
@EnableConfigurationProperties(AuditProperties.class)
class AuditMigrationCustomizer implements FlywayConfigurationCustomizer {

    private final JdbcConnectionDetails details;
    private final AuditProperties properties;

    AuditMigrationCustomizer(JdbcConnectionDetails details, AuditProperties properties) {
        this.details = details;
        this.properties = properties;
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        flyway.placeholders(Map.of(
                "runningRole", Objects.toString(details.getUsername(), ""),
                "auditRetentionMonths", String.valueOf(properties.retentionMonths())));
    }
}
