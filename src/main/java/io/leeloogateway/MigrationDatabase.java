package io.leeloogateway;

import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Connections for migrations: a new index may take its time, the pools' two seconds of silence would break it off. */
@Configuration(proxyBeanMethods = false)
class MigrationDatabase {

    private static final String SOCKET_SECONDS = "3600";

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationDataSource(JdbcConnectionDetails details) {
        var settings = new Properties();
        settings.setProperty("connectTimeout", "2");
        settings.setProperty("loginTimeout", "5");
        settings.setProperty("socketTimeout", SOCKET_SECONDS);
        settings.setProperty("tcpKeepAlive", "true");
        var database = new DriverManagerDataSource(details.getJdbcUrl(), settings);
        database.setUsername(details.getUsername());
        database.setPassword(details.getPassword());
        return database;
    }
}
