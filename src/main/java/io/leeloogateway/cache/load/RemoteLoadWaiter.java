package io.leeloogateway.cache.load;

import io.leeloogateway.cache.CacheRead;
import io.leeloogateway.cache.CallerDeadlineExceeded;
import io.leeloogateway.cache.ReadResult;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.cache.store.CacheEntryRepository;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Waits for the load of another instance. */
@Component
class RemoteLoadWaiter {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    /** While Leeloo hangs, many loads poll; they must not slow down reads from the cache. */
    private static final Duration SLOW_POLL_INTERVAL = Duration.ofMillis(200);

    private final LoadLeaseRepository leases;
    private final CacheEntryRepository entries;
    private final LeelooClient leeloo;

    RemoteLoadWaiter(LoadLeaseRepository leases, CacheEntryRepository entries, LeelooClient leeloo) {
        this.leases = leases;
        this.entries = entries;
        this.leeloo = leeloo;
    }

    /** Waits until the lease changes hands or expires. Empty if the read cannot use that load and this instance has to ask Leeloo. */
    <T> Optional<ReadResult<T>> await(CacheRead<T> read, Runnable onSlow) {
        var startedNanos = System.nanoTime();
        var first = leases.find(read.key());
        for (var lease = first;
                lease.isPresent() && lease.get().isSameAs(first.get());
                lease = leases.find(read.key())) {
            if (!lease.get().isUsableFor(read)) {
                return Optional.empty();
            }
            var failure = lease.get().failure();
            if (failure != null) {
                return Optional.of(
                        ReadResult.<T>failed(RemoteFailure.parse(failure)).remote());
            }
            if (RequestContext.current().deadline().remaining().isZero()) {
                throw new CallerDeadlineExceeded();
            }
            if (lease.get().isSlow()) {
                onSlow.run();
            }
            pause(startedNanos);
        }
        return findStored(read);
    }

    void pause(long startedNanos) {
        var isSlow = System.nanoTime() - startedNanos > InFlightLoad.SLOW_AFTER.toNanos();
        LockSupport.parkNanos((isSlow ? SLOW_POLL_INTERVAL : POLL_INTERVAL).toNanos());
    }

    /** Finds an entry that was stored after the look-up of the read; an instance that stopped during its load leaves the earlier entry. */
    <T> Optional<ReadResult<T>> findStored(CacheRead<T> read) {
        if (read.cacheControl().noCache()) {
            return Optional.empty();
        }
        var known = read.entry().isPresent() ? read.entry().fetchedAt() : null;
        var entry = entries.find(read.key(), known);
        var isStored = entry.isPresent()
                && (!read.entry().isPresent()
                        || entry.fetchedAt().isAfter(read.entry().fetchedAt()));
        return isStored ? Optional.of(parse(read, entry).remote()) : Optional.empty();
    }

    private <T> ReadResult<T> parse(CacheRead<T> read, CacheEntry entry) {
        return entry.isNotFound()
                ? ReadResult.notFound(entry, leeloo.notFound(read.query()))
                : ReadResult.loaded(entry, leeloo.parse(read.query(), Objects.requireNonNull(entry.body())));
    }
}
