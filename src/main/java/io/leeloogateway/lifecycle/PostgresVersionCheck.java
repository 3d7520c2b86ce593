package io.leeloogateway.lifecycle;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Refuses a PostgreSQL that lacks functions of the migrations and queries, before the gateway changes the database. */
final class PostgresVersionCheck {

    private static final Logger log = LoggerFactory.getLogger(PostgresVersionCheck.class);

    private static final int MIN_VERSION = 18;

    /** The search folds letters outside of ASCII. */
    private static final String ENCODING = "UTF8";

    private PostgresVersionCheck() {}

    static void check(DataSource database) {
        var jdbc = new JdbcTemplate(database);
        checkVersion(jdbc);
        warnOfEncoding(jdbc);
    }

    /** A warning only, because everything else works. */
    private static void warnOfEncoding(JdbcTemplate database) {
        var encoding = database.queryForObject("show server_encoding", String.class);
        if (!ENCODING.equals(encoding)) {
            log.warn(
                    "the database has the encoding {} instead of {}: the search finds only words of ASCII letters (docs/runbook.md)",
                    encoding,
                    ENCODING);
        }
    }

    private static void checkVersion(JdbcTemplate database) {
        database.execute((ConnectionCallback<Boolean>) connection -> {
            var server = connection.getMetaData();
            if (server.getDatabaseMajorVersion() < MIN_VERSION) {
                var version = server.getDatabaseProductVersion().split(" ", 2)[0];
                throw new InvalidConfiguration(
                        "PostgreSQL %d or newer is needed, this is %s".formatted(MIN_VERSION, version),
                        "Upgrade the server, or set SPRING_DATASOURCE_URL to another one. The database is unchanged.");
            }
            return true;
        });
    }
}
