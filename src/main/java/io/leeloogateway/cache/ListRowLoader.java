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

    private static final int MAX_ATTEMPTS = 3;

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

    /** Asks again if a change meanwhile has made the rows outdated, but not forever. */
    <T> T load(Query<T> query) {
        for (var attempt = 1; ; attempt++) {
            var generation = generation(query);
            var fetchedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var value = leeloo.execute(query).value();
            if (attempt == MAX_ATTEMPTS || generation(query) == generation) {
                events.publishEvent(new EntryStored(query, value, fetchedAt, generation));
                return value;
            }
        }
    }

    private long generation(Query<?> query) {
        return entries.find(query.cacheKey(), null).generation();
    }
}
