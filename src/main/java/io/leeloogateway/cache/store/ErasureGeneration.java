package io.leeloogateway.cache.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A number that each erasure of a person raises, on whatever instance. */
@Component
public class ErasureGeneration {

    /** No cache entry has this scope. */
    public static final String SCOPE = "ERASURE";

    private final JdbcClient database;

    ErasureGeneration(JdbcClient database) {
        this.database = database;
    }

    public long current() {
        return database.sql("select coalesce(max(generation), 0) from cache_generations where scope = :scope")
                .param("scope", SCOPE)
                .query(Long.class)
                .single();
    }
}
