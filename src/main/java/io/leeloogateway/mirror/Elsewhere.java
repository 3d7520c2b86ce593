package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.Leeloo;
import io.leeloogateway.leeloo.Query;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Waits for what another instance asks Leeloo for. */
@Component
class Elsewhere {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final LoadLeases leases;
    private final Copies copies;
    private final Leeloo leeloo;

    Elsewhere(LoadLeases leases, Copies copies, Leeloo leeloo) {
        this.leases = leases;
        this.copies = copies;
        this.leeloo = leeloo;
    }

    /** What it ended with; empty when that is of no use here, so that this instance has to ask. The lease ends by itself. */
    <T> Optional<Loaded> await(Query<T> query, long generation, Directives directives) {
        var id = query.copy().text();
        for (var lease = leases.find(id); lease.isPresent(); lease = leases.find(id)) {
            if (lease.get().generation() < generation) {
                return Optional.empty();
            }
            var failure = lease.get().failure();
            if (failure != null) {
                return directives.noCache()
                        ? Optional.empty()
                        : Optional.of(Loaded.failed(RemoteFailure.hear(failure)));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return directives.noCache() ? Optional.empty() : found(query);
    }

    private <T> Optional<Loaded> found(Query<T> query) {
        return copies.find(query.copy(), null)
                .copy()
                .map(copy -> copy.document() == null
                        ? new Loaded(copy, null, leeloo.unknown(query), true)
                        : Loaded.answered(copy, leeloo.reread(query, copy.document()))
                                .stored());
    }
}
