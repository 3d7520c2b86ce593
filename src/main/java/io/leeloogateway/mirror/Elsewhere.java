package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.Leeloo;
import io.leeloogateway.leeloo.Query;
import io.leeloogateway.request.RequestContext;
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
    <T> Optional<Loaded> await(Query<T> query, Shelf seen, Directives directives) {
        var id = query.copy().text();
        var held = leases.find(id);
        for (var lease = held; lease.isPresent() && lease.get().isOf(held.get()); lease = leases.find(id)) {
            var failure = lease.get().failure();
            if (!lease.get().isOfUse(seen, directives)) {
                return Optional.empty();
            }
            if (failure != null) {
                return Optional.of(Loaded.failed(RemoteFailure.hear(failure)).others());
            }
            if (RequestContext.current().deadline().remaining().isZero()) {
                throw new Unanswered();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return found(query, seen, directives);
    }

    /** What was put down since that look, if the caller may have it: a holder who died left what was there before. */
    <T> Optional<Loaded> found(Query<T> query, Shelf seen, Directives directives) {
        if (directives.noCache()) {
            return Optional.empty();
        }
        return copies.find(query.copy(), null)
                .copy()
                .filter(copy ->
                        seen.copy().map(old -> copy.at().isAfter(old.at())).orElse(true))
                .map(copy -> read(query, copy).others());
    }

    private <T> Loaded read(Query<T> query, Copy copy) {
        return copy.document() == null
                ? Loaded.unknown(copy, leeloo.unknown(query))
                : Loaded.answered(copy, leeloo.reread(query, copy.document()));
    }
}
