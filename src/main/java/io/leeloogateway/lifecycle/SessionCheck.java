package io.leeloogateway.lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Refuses database sessions that cannot write or that share their server connection, before the gateway changes the database. */
final class SessionCheck {

    private SessionCheck() {}

    static void check(DataSource database) {
        try (var one = database.getConnection();
                var other = database.getConnection()) {
            requireOwnServerProcess(client(one), client(other));
            requireWriteAccess(client(one));
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not respond to the check of its sessions", e);
        }
    }

    /** A pooler that assigns a server connection per transaction gives one to both sessions, or several to one session in turn. */
    private static void requireOwnServerProcess(JdbcClient one, JdbcClient other) {
        var first = processId(one);
        var second = processId(other);
        var own = new HashSet<>(Set.of(first));
        own.add(processId(one));
        own.add(processId(one));
        if (first == second || own.size() > 1) {
            throw new InvalidConfiguration(
                    "a connection pooler between the gateway and PostgreSQL shares server connections between sessions",
                    "The gateway needs its own sessions for timeouts and locks: set pool_mode = session in PgBouncer (docs/runbook.md), "
                            + "or connect to PostgreSQL directly. The database is unchanged.");
        }
    }

    private static void requireWriteAccess(JdbcClient session) {
        var role = session.sql("select current_user where current_setting('transaction_read_only')::boolean")
                .query(String.class)
                .optional();
        role.ifPresent(name -> {
            throw new InvalidConfiguration(
                    "PostgreSQL is read-only for the role " + name,
                    "Connect to the primary server, and reset default_transaction_read_only for the role and the database. "
                            + "The database is unchanged.");
        });
    }

    private static int processId(JdbcClient session) {
        return session.sql("select pg_backend_pid()").query(Integer.class).single();
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
