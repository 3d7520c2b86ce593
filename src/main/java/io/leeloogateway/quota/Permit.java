package io.leeloogateway.quota;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Allows one call to Leeloo, which counts against the limit until a minute after the permit is closed. */
public final class Permit implements AutoCloseable {

    private final PermitScheduler scheduler;
    private final WaitingCall call;
    private final long grantedNanos;
    private final AtomicBoolean isOpen = new AtomicBoolean(true);

    Permit(PermitScheduler scheduler, WaitingCall call, long grantedNanos) {
        this.scheduler = scheduler;
        this.call = call;
        this.grantedNanos = grantedNanos;
    }

    /** Nothing of the call was sent: the permit serves another call. Has no effect after {@link #close}. */
    public void giveBack() {
        if (isOpen.getAndSet(false)) {
            scheduler.giveBack(call);
        }
    }

    /** Leeloo responded that its limit is reached: all replicas pause and continue more slowly. */
    public void throttled(@Nullable Duration requestedDelay) {
        scheduler.throttle(grantedNanos, requestedDelay);
    }

    /** The call has ended, with or without a response. */
    @Override
    public void close() {
        if (isOpen.getAndSet(false)) {
            scheduler.end(call);
        }
    }
}
