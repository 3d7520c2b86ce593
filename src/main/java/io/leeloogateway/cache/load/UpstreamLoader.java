package io.leeloogateway.cache.load;

import io.leeloogateway.cache.CacheProperties;
import io.leeloogateway.cache.EntryStored;
import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.cache.store.CacheEntryWriter;
import io.leeloogateway.cache.store.CacheLookup;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.query.Query;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Asks Leeloo and puts down what it answered; one instance at a time for each copy. */
@Component
class UpstreamLoader {

    private static final Logger log = LoggerFactory.getLogger(UpstreamLoader.class);

    private final LeelooClient leeloo;
    private final CacheEntryWriter keeping;
    private final LoadLeaseRepository leases;
    private final RemoteLoadWaiter elsewhere;
    private final CacheProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UpstreamLoader(
            LeelooClient leeloo,
            CacheEntryWriter keeping,
            LoadLeaseRepository leases,
            RemoteLoadWaiter elsewhere,
            CacheProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.leeloo = leeloo;
        this.keeping = keeping;
        this.leases = leases;
        this.elsewhere = elsewhere;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /** Whatever is kept is asked for under a lease, so that others wait for it. */
    <T> LoadResult load(Query<T> query, CacheLookup seen, RequestCacheControl directives) {
        var key = query.cacheKey();
        if (directives.noStore() || !properties.of(key.kind()).isKept()) {
            return ask(query);
        }
        var holder = UUID.randomUUID();
        while (!leases.take(key.text(), holder, seen.generation(), directives)) {
            var loaded = elsewhere.await(query, seen, directives);
            if (loaded.isPresent()) {
                return loaded.get();
            }
        }
        return keep(query, seen, directives, holder);
    }

    /** Unless somebody else asked between the look at the copy and the lease. */
    private <T> LoadResult keep(Query<T> query, CacheLookup seen, RequestCacheControl directives, UUID holder) {
        var id = query.cacheKey().text();
        try {
            var others = elsewhere.found(query, seen, directives);
            if (others.isPresent()) {
                end(query, () -> leases.release(id, holder));
                return others.get();
            }
            var loaded = ask(query);
            if (loaded.copy() == null) {
                var failure = RemoteFailure.tell(Objects.requireNonNull(loaded.failure()));
                end(query, () -> leases.fail(id, holder, failure));
                return loaded;
            }
            var isStored = isKept(query, loaded, seen.generation(), holder);
            end(query, () -> leases.release(id, holder));
            return isStored ? loaded.stored() : loaded;
        } catch (RuntimeException e) {
            end(query, () -> leases.release(id, holder));
            throw e;
        }
    }

    /** A lease that cannot be given back ends by itself; what Leeloo said is good all the same. */
    private static void end(Query<?> query, Runnable lease) {
        try {
            lease.run();
        } catch (DataAccessException e) {
            log.warn(
                    "the lease of {} ends by itself: {}",
                    query.target(),
                    e.getClass().getSimpleName());
        }
    }

    /** Leeloo's answer is good, whether or not the database takes it, and though it is not kept after a change. */
    private boolean isKept(Query<?> query, LoadResult loaded, long generation, UUID holder) {
        var copy = Objects.requireNonNull(loaded.copy());
        var answer = loaded.answer();
        try {
            var isKept = keeping.keep(query.cacheKey(), copy, answer, new CacheEntryWriter.Right(generation, holder));
            if (isKept && answer != null) {
                events.publishEvent(new EntryStored(query, answer, copy.at(), generation));
            }
            return isKept;
        } catch (DataAccessException e) {
            log.warn(
                    "{} is answered, but not kept: {}",
                    query.target(),
                    e.getClass().getSimpleName());
            return false;
        }
    }

    private <T> LoadResult ask(Query<T> query) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            var answer = leeloo.execute(query);
            return LoadResult.answered(CacheEntry.of(answer.body(), at), answer.value());
        } catch (LeelooNotFound e) {
            return LoadResult.unknown(CacheEntry.tombstone(at), e);
        } catch (LeelooException e) {
            return LoadResult.failed(e);
        }
    }
}
