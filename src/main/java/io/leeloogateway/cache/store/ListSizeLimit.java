package io.leeloogateway.cache.store;

import io.leeloogateway.cache.CacheProperties;
import io.leeloogateway.leeloo.ResourceType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes the oldest lists if all together are too large: each page of each query is an entry, and a page may have half a megabyte. */
@Component
class ListSizeLimit {

    private static final Logger log = LoggerFactory.getLogger(ListSizeLimit.class);

    /** The other types have few entries, which are small and live for long. */
    private static final Set<ResourceType> TYPES = Set.of(
            ResourceType.PEOPLE_LIST,
            ResourceType.ORDER_LIST,
            ResourceType.CHANNEL_LIST,
            ResourceType.CHANNEL_PERSON,
            ResourceType.MESSAGES);

    private static final String OF_TYPES =
            TYPES.stream().map(type -> "'" + type.name() + "'").collect(Collectors.joining(", ", "kind in (", ")"));

    private final JdbcClient database;
    private final BatchUpdates batches;
    private final CacheProperties properties;

    ListSizeLimit(JdbcClient database, BatchUpdates batches, CacheProperties properties) {
        this.database = database;
        this.batches = batches;
        this.properties = properties;
    }

    void run() {
        findNewestTooMany().ifPresent(newest -> {
            var deleted = batches.whileAnyIsLeft("""
                    delete from cached_documents where id in (
                        select id from cached_documents where %1$s and fetched_at <= :before limit :batch)
                    and fetched_at <= :before""".formatted(OF_TYPES), newest);
            log.info(
                    "deleted the {} oldest lists, because all had more than {}",
                    deleted,
                    properties.maxTotalListSize());
        });
    }

    /** The time of the newest list that is too many, counted from the newest one. */
    private Optional<Instant> findNewestTooMany() {
        return database.sql("""
                        select max(fetched_at) from (
                            select fetched_at, sum(pg_column_size(document)) over (order by fetched_at desc, id) as total
                            from cached_documents where %s) as lists
                        where total > ?""".formatted(OF_TYPES))
                .param(properties.maxTotalListSize().toBytes())
                .query((rows, _) -> Optional.ofNullable(rows.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }
}
