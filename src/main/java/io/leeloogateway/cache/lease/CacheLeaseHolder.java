package io.leeloogateway.cache.lease;

import io.leeloogateway.cache.store.LocalCache;
import io.leeloogateway.cache.store.LocalLease;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applies invalidations to the memory of this replica and renews its lease. */
final class CacheLeaseHolder {

    private final UUID replicaId;
    private final LocalCache cache;
    private final LocalLease lease;

    /** The invalidations of the transactions in this snapshot are applied; null before the first renewal. */
    private @Nullable String snapshot;

    CacheLeaseHolder(UUID replicaId, LocalCache cache, LocalLease lease) {
        this.replicaId = replicaId;
        this.cache = cache;
        this.lease = lease;
    }

    UUID replicaId() {
        return replicaId;
    }

    /** Tries again after an invalidation that came in between. */
    void renew(CacheLeaseRepository leases) {
        if (!tryRenew(leases)) {
            tryRenew(leases);
        }
    }

    private boolean tryRenew(CacheLeaseRepository leases) {
        var applied = apply(leases);
        var requestedAtNanos = System.nanoTime();
        var isRenewed = leases.renew(replicaId, applied);
        if (isRenewed) {
            lease.renew(requestedAtNanos);
        }
        return isRenewed;
    }

    /** Reads the snapshot before the memory is cleared, so that no invalidation is missed. */
    private String apply(CacheLeaseRepository leases) {
        if (snapshot == null) {
            var first = leases.findSnapshot();
            cache.clear();
            snapshot = first;
            return first;
        }
        var invalidated = leases.findInvalidatedSince(snapshot);
        if (!invalidated.scopes().isEmpty()) {
            cache.invalidate(invalidated.scopes());
        }
        snapshot = invalidated.snapshot();
        return snapshot;
    }
}
