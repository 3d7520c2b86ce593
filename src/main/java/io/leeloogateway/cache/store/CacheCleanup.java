package io.leeloogateway.cache.store;

import io.leeloogateway.cache.CacheProperties;
import io.leeloogateway.leeloo.ResourceType;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets copies that nobody is given any more, and what was noted about loads and changes of so long ago. */
@Component
class CacheCleanup {

    private static final Logger log = LoggerFactory.getLogger(CacheCleanup.class);

    /** No load takes so long: none that began before a change outlives what is known of the change. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final ExpiredEntries old;
    private final CacheTables tables;
    private final CacheProperties properties;
    private final Clock clock;

    CacheCleanup(ExpiredEntries old, CacheTables tables, CacheProperties properties, Clock clock) {
        this.old = old;
        this.tables = tables;
        this.properties = properties;
        this.clock = clock;
    }

    /** Generations after all copies: a copy from before a change must be gone before the change is forgotten. */
    void run() {
        var now = clock.instant();
        var copies = 0;
        for (var kind : ResourceType.values()) {
            var since = now.minus(longest(kind));
            copies += tables.of(kind)
                    .map(table -> old.deleteFrom(table, since))
                    .orElseGet(() -> old.deleteDocuments(kind, since));
        }
        var generations = old.deleteGenerations(now.minus(longest()).minus(MARGIN));
        log.debug("{} copies, {} loads and {} generations deleted", copies, old.deleteLoads(), generations);
    }

    private Duration longest() {
        return Stream.of(ResourceType.values())
                .map(this::longest)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Duration longest(ResourceType kind) {
        var longest = properties.of(kind).longest();
        return longest.compareTo(properties.notFoundTimeToLive()) < 0 ? properties.notFoundTimeToLive() : longest;
    }
}
