package io.leeloogateway.access.client;

import io.leeloogateway.request.SandboxReset;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes all clients, their keys, their usage and their rate limit windows when the sandbox is reset. */
@Component
@Profile("sandbox")
class ClientsReset {

    private static final List<String> TABLES = List.of("client_keys", "clients", "client_usage", "rate_limit_windows");

    private final JdbcClient database;

    ClientsReset(JdbcClient database) {
        this.database = database;
    }

    /** Before the caches of keys and windows are cleared. */
    @Order(1)
    @EventListener
    void reset(SandboxReset event) {
        TABLES.forEach(table -> database.sql("delete from " + table).update());
    }
}
