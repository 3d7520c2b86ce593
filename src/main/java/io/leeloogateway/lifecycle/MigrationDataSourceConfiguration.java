package io.leeloogateway.lifecycle;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Connections for migrations, of the role that owns the tables ({@code spring.flyway.user}) or of the gateway's own: a new index may take its
 * time, the pools' two seconds of silence would break it off.
 */
@Configuration(proxyBeanMethods = false)
class MigrationDataSourceConfiguration {

    private static final String SOCKET_SECONDS = "3600";

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationDataSource(JdbcConnectionDetails running, ObjectProvider<FlywayConnectionDetails> owners) {
        check(running.getJdbcUrl());
        var owner = owners.getIfAvailable();
        var url = owner == null ? null : owner.getJdbcUrl();
        var address = Objects.requireNonNullElse(url, running.getJdbcUrl());
        check(address);
        return owner == null || owner.getUsername() == null
                ? unpooled(address, running.getUsername(), running.getPassword())
                : unpooled(address, owner.getUsername(), owner.getPassword());
    }

    /** A connection for each who asks. */
    static DataSource unpooled(String url, @Nullable String username, @Nullable String password) {
        var settings = new Properties();
        settings.setProperty("connectTimeout", "2");
        settings.setProperty("loginTimeout", "5");
        settings.setProperty("socketTimeout", SOCKET_SECONDS);
        settings.setProperty("tcpKeepAlive", "true");
        var database = new DriverManagerDataSource(url, settings);
        database.setUsername(username);
        database.setPassword(password);
        return database;
    }

    /** What no driver understands will not be there later either; it may hold a password, so it is not shown. */
    private static void check(String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException _) {
            throw new InvalidConfiguration(
                    "SPRING_DATASOURCE_URL is no address of a PostgreSQL",
                    "Set it to something like jdbc:postgresql://postgres:5432/gateway");
        }
    }
}
