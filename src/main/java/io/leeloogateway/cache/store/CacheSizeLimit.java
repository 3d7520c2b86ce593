package io.leeloogateway.cache.store;

import io.leeloogateway.cache.CacheProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes the oldest entries of a type if all of the type together are too large: each page and each query of a list is an entry, in Leeloo's own API
 * each set of parameters, and an entry may have half a megabyte. Single people and orders have one entry each, so they are not limited.
 */
@Component
class CacheSizeLimit {

    private static final Logger log = LoggerFactory.getLogger(CacheSizeLimit.class);

    /** As many large entries are deleted long before the timeout of a statement. */
    private static final int BATCH = 50;

    private final JdbcClient database;
    private final CacheProperties properties;

    CacheSizeLimit(JdbcClient database, CacheProperties properties) {
        this.database = database;
        this.properties = properties;
    }

    void run() {
        var deleted = deleteOldest("cached_documents", "kind") + deleteOldest("cached_tags", "'TAGS'");
        if (deleted > 0) {
            log.info("deleted {} old cache entries: their type had more than {}", deleted, properties.maxSizeOfType());
        }
    }

    private int deleteOldest(String table, String type) {
        var deleted = 0;
        for (var last = BATCH; last == BATCH; deleted += last) {
            last = database.sql("""
                            delete from %1$s where id in (
                                select id from (
                                    select id, sum(pg_column_size(document)) over (partition by %2$s order by fetched_at desc, id) as total
                                    from %1$s) as entries
                                where total > :limit limit :batch)""".formatted(table, type))
                    .param("limit", properties.maxSizeOfType().toBytes())
                    .param("batch", BATCH)
                    .update();
        }
        return deleted;
    }
}
