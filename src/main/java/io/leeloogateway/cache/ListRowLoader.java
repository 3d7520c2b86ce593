package io.leeloogateway.cache;

import io.leeloogateway.cache.store.CacheEntryRepository;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.query.Query;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks Leeloo for a page whose rows are stored, but not the page itself. */
@Component
class ListRowLoader {

    private final CacheEntryRepository entries;
    private final LeelooClient leeloo;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ListRowLoader(CacheEntryRepository entries, LeelooClient leeloo, ApplicationEventPublisher events, Clock clock) {
        this.entries = entries;
        this.leeloo = leeloo;
        this.events = events;
        this.clock = clock;
    }

    <T> T load(Query<T> query) {
        var generation = entries.find(query.cacheKey(), null).generation();
        var fetchedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var value = leeloo.execute(query).value();
        events.publishEvent(new EntryStored(query, value, fetchedAt, generation));
        return value;
    }
}
