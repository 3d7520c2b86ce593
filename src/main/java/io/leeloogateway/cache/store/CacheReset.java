package io.leeloogateway.cache.store;

import io.leeloogateway.request.SandboxReset;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes all cache entries when the sandbox is reset. */
@Component
@Profile("sandbox")
class CacheReset {

    private static final List<String> TABLES =
            List.of("cached_documents", "cached_people", "cached_orders", "cached_tags", "cache_loads");

    private final JdbcClient database;
    private final LocalCache localCache;

    CacheReset(JdbcClient database, LocalCache localCache) {
        this.database = database;
        this.localCache = localCache;
    }

    /** After the loads in flight have ended. */
    @Order(2)
    @EventListener
    void reset(SandboxReset event) {
        TABLES.forEach(table -> database.sql("delete from " + table).update());
        localCache.clear();
    }
}
