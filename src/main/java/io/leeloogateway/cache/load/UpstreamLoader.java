package io.leeloogateway.cache.load;

import io.leeloogateway.cache.CacheProperties;
import io.leeloogateway.cache.CacheRead;
import io.leeloogateway.cache.CallerDeadlineExceeded;
import io.leeloogateway.cache.ReadResult;
import io.leeloogateway.leeloo.LeelooQuotaExhausted;
import io.leeloogateway.request.RequestContext;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Asks Leeloo and stores its response. Only the instance that holds the lease of a key asks; the other instances wait for it. */
@Component
class UpstreamLoader {

    private static final Logger log = LoggerFactory.getLogger(UpstreamLoader.class);

    private final UpstreamCall upstream;
    private final LoadedEntryStore entries;
    private final LoadLeaseRepository leases;
    private final RemoteLoadWaiter remoteLoads;
    private final CacheProperties properties;

    UpstreamLoader(
            UpstreamCall upstream,
            LoadedEntryStore entries,
            LoadLeaseRepository leases,
            RemoteLoadWaiter remoteLoads,
            CacheProperties properties) {
        this.upstream = upstream;
        this.entries = entries;
        this.leases = leases;
        this.remoteLoads = remoteLoads;
        this.properties = properties;
    }

    /** Loads without a lease if the response is not to be stored. Reports that it waits for a slow load of another instance. */
    <T> ReadResult<T> load(CacheRead<T> read, Runnable onSlow) {
        if (!needsLease(read)) {
            return upstream.ask(read);
        }
        var leaseId = UUID.randomUUID();
        while (!leases.acquire(leaseId, read)) {
            var result = remoteLoads.await(read, onSlow);
            if (result.isPresent()) {
                return result.get();
            }
        }
        return loadWithLease(read, leaseId, () -> upstream.ask(read));
    }

    /** Asks once more while a load hangs, at most once at a time over all instances; waits for the retry of another instance. */
    <T> ReadResult<T> retry(CacheRead<T> read) {
        if (!needsLease(read)) {
            return upstream.askAgain(read);
        }
        var leaseId = UUID.randomUUID();
        var startedNanos = System.nanoTime();
        while (!RequestContext.current().deadline().remaining().isZero()) {
            var stored = remoteLoads.findStored(read);
            if (stored.isPresent()) {
                return stored.get();
            }
            if (leases.acquireRetry(leaseId, read) || leases.acquire(leaseId, read)) {
                return loadWithLease(read, leaseId, () -> upstream.askAgain(read));
            }
            remoteLoads.pause(startedNanos);
        }
        return ReadResult.failed(new CallerDeadlineExceeded());
    }

    /** An entry that another instance has stored since the look-up of the read. */
    Optional<ReadResult<?>> findStored(CacheRead<?> read) {
        return needsLease(read) ? remoteLoads.findStored(read).map(stored -> stored) : Optional.empty();
    }

    private boolean needsLease(CacheRead<?> read) {
        return !read.cacheControl().noStore()
                && properties.of(read.key().kind()).isCached();
    }

    private <T> ReadResult<T> loadWithLease(CacheRead<T> read, UUID leaseId, Supplier<ReadResult<T>> call) {
        try {
            // Another instance may have stored an entry between the look-up and the lease.
            var stored = remoteLoads.findStored(read);
            if (stored.isPresent()) {
                endLease(read, () -> leases.release(read.key(), leaseId));
                return stored.get();
            }
            var result = call.get();
            if (result.failure() instanceof LeelooQuotaExhausted) {
                // It holds for the deadlines of these readers only; nothing was sent.
                endLease(read, () -> leases.release(read.key(), leaseId));
                return result;
            }
            if (result.entry() == null) {
                var failure = RemoteFailure.serialize(Objects.requireNonNull(result.failure()));
                endLease(read, () -> leases.fail(read.key(), leaseId, failure));
                return result;
            }
            var isStored = entries.store(read, result.entry(), result.value(), leaseId);
            endLease(read, () -> leases.release(read.key(), leaseId));
            return isStored ? result.stored() : result;
        } catch (RuntimeException e) {
            endLease(read, () -> leases.release(read.key(), leaseId));
            throw e;
        }
    }

    /** A lease that cannot be released expires; the result of the load is valid all the same. */
    private static void endLease(CacheRead<?> read, Runnable release) {
        try {
            release.run();
        } catch (DataAccessException e) {
            log.warn(
                    "the load lease of {} cannot be released and will expire: {}",
                    read.query().target(),
                    e.getClass().getSimpleName());
        }
    }
}
