package io.leeloogateway.audit.store;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Makes a database refuse and break connections until it is closed. */
public record RefusingDatabase(String url, String user, String password) implements AutoCloseable {

    public void begin() throws SQLException {
        run("alter database " + name() + " with allow_connections false");
        run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name() + "'");
    }

    @Override
    public void close() throws SQLException {
        run("alter database " + name() + " with allow_connections true");
    }

    private String name() {
        return url.replaceAll("\\?.*", "").replaceAll(".*/", "");
    }

    private void run(String statement) throws SQLException {
        var other = url.replaceFirst("/" + name() + "(\\?|$)", "/postgres$1");
        try (var connection = DriverManager.getConnection(other, user, password);
                var running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
