package io.leeloogateway.lifecycle;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Provides the connections for migrations, with the role that owns the tables ({@code spring.flyway.user}) or the role of the gateway. They have
 * a long socket timeout, because the creation of an index exceeds the two seconds of the pools.
 */
@Configuration(proxyBeanMethods = false)
class MigrationDataSourceConfiguration {

    private static final String SOCKET_TIMEOUT_SECONDS = "3600";

    /** Before any bean needs a connection. */
    @Bean
    static BeanFactoryPostProcessor databaseUrlCheck(Environment environment) {
        return _ -> DatabaseUrlCheck.check(environment);
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationDataSource(JdbcConnectionDetails connection, ObjectProvider<FlywayConnectionDetails> owners) {
        check(connection.getJdbcUrl());
        var owner = owners.getIfAvailable();
        var url = owner == null ? null : owner.getJdbcUrl();
        var address = Objects.requireNonNullElse(url, connection.getJdbcUrl());
        check(address);
        return owner == null || owner.getUsername() == null
                ? unpooled(address, connection.getUsername(), connection.getPassword())
                : unpooled(address, owner.getUsername(), owner.getPassword());
    }

    /** A data source that opens a new connection for each caller. */
    static DataSource unpooled(String url, @Nullable String username, @Nullable String password) {
        var settings = new Properties();
        settings.setProperty("connectTimeout", "2");
        settings.setProperty("loginTimeout", "5");
        settings.setProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        settings.setProperty("tcpKeepAlive", "true");
        var database = new DriverManagerDataSource(url, settings);
        database.setUsername(username);
        database.setPassword(password);
        return database;
    }

    /** Waiting cannot repair a malformed URL. The message omits the URL because it may contain a password. */
    private static void check(String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException _) {
            throw new InvalidConfiguration(
                    "SPRING_DATASOURCE_URL is not a JDBC URL of PostgreSQL",
                    "Set it to something like jdbc:postgresql://postgres:5432/gateway");
        }
    }
}
