package io.leeloogateway.cache.load;

import io.leeloogateway.cache.CallerDeadlineExceeded;
import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.cache.store.CacheEntryRepository;
import io.leeloogateway.cache.store.CacheLookup;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Waits for what another instance asks Leeloo for. */
@Component
class RemoteLoadWaiter {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final LoadLeaseRepository leases;
    private final CacheEntryRepository copies;
    private final LeelooClient leeloo;

    RemoteLoadWaiter(LoadLeaseRepository leases, CacheEntryRepository copies, LeelooClient leeloo) {
        this.leases = leases;
        this.copies = copies;
        this.leeloo = leeloo;
    }

    /** What it ended with; empty when that is of no use here, so that this instance has to ask. The lease ends by itself. */
    <T> Optional<LoadResult> await(Query<T> query, CacheLookup seen, RequestCacheControl directives) {
        var id = query.cacheKey().text();
        var held = leases.find(id);
        for (var lease = held; lease.isPresent() && lease.get().isOf(held.get()); lease = leases.find(id)) {
            var failure = lease.get().failure();
            if (!lease.get().isOfUse(seen, directives)) {
                return Optional.empty();
            }
            if (failure != null) {
                return Optional.of(
                        LoadResult.failed(RemoteFailure.hear(failure)).others());
            }
            if (RequestContext.current().deadline().remaining().isZero()) {
                throw new CallerDeadlineExceeded();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return found(query, seen, directives);
    }

    /** What was put down since that look, if the caller may have it: a holder who died left what was there before. */
    <T> Optional<LoadResult> found(Query<T> query, CacheLookup seen, RequestCacheControl directives) {
        if (directives.noCache()) {
            return Optional.empty();
        }
        return copies.find(query.cacheKey(), null)
                .copy()
                .filter(copy ->
                        seen.copy().map(old -> copy.at().isAfter(old.at())).orElse(true))
                .map(copy -> read(query, copy).others());
    }

    private <T> LoadResult read(Query<T> query, CacheEntry copy) {
        return copy.document() == null
                ? LoadResult.unknown(copy, leeloo.notFound(query))
                : LoadResult.answered(copy, leeloo.parse(query, copy.document()));
    }
}
