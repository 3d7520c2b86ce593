package io.leeloogateway.cache;

import io.leeloogateway.cache.store.CacheEntryRepository;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.query.Query;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks Leeloo for a page whose rows are stored, but not the page itself. */
@Component
class ListRowLoader {

    private final CacheEntryRepository entries;
    private final LeelooClient leeloo;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;

    ListRowLoader(
            CacheEntryRepository entries, LeelooClient leeloo, ApplicationEventPublisher events, JdbcClient database) {
        this.entries = entries;
        this.leeloo = leeloo;
        this.events = events;
        this.database = database;
    }

    <T> LoadedRows<T> load(Query<T> query) {
        var snapshot = database.sql("select pg_current_snapshot()::text")
                .query(String.class)
                .single();
        var generation = entries.find(query.cacheKey(), null).generation();
        var response = leeloo.execute(query);
        var value = response.value();
        var fetchedAt = response.sentAt().truncatedTo(ChronoUnit.MICROS);
        var rejected = new RejectedRows();
        events.publishEvent(new EntryStored(query, value, fetchedAt, generation, snapshot, rejected));
        return new LoadedRows<>(value, rejected.ids());
    }
}
