package io.leeloogateway.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds clients by their names, for filters of other modules. */
@Component
public class ClientDirectory {

    private final JdbcClient database;

    ClientDirectory(JdbcClient database) {
        this.database = database;
    }

    /** The id of the client with this name or id; any other text itself, because callers with a JWT have an id and no entry. */
    public String idOf(String nameOrId) {
        return database.sql(
                        "select id from clients where id = :text or lower(name) = lower(:text) order by id <> :text limit 1")
                .param("text", nameOrId)
                .query(String.class)
                .optional()
                .orElse(nameOrId);
    }
}
