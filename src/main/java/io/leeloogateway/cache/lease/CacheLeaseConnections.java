package io.leeloogateway.cache.lease;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Opens the connection that renews the lease and listens. Not from a pool: no request may delay a renewal, and LISTEN belongs to a session. */
@Component
class CacheLeaseConnections {

    static final String CHANNEL = "gateway_cache";

    private static final String TIMEOUT_SECONDS = "2";

    private final JdbcConnectionDetails details;
    private final String sessionSettings;

    CacheLeaseConnections(
            JdbcConnectionDetails details,
            @Value("${spring.datasource.hikari.connection-init-sql}") String sessionSettings) {
        this.details = details;
        this.sessionSettings = sessionSettings;
    }

    Connection open() throws SQLException {
        var connection = DriverManager.getConnection(details.getJdbcUrl(), properties());
        try (var statement = connection.createStatement()) {
            statement.execute(sessionSettings);
            statement.execute("listen " + CHANNEL);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Properties properties() {
        var properties = new Properties();
        if (details.getUsername() != null) {
            properties.setProperty("user", details.getUsername());
        }
        if (details.getPassword() != null) {
            properties.setProperty("password", details.getPassword());
        }
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("socketTimeout", TIMEOUT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }
}
