package io.leeloogateway.bulkhead;

import static java.util.Objects.requireNonNull;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The memory for large responses of Leeloo, of all clients together and of each client: from the arrival of their bytes to the end of the load,
 * and again in each request that they answer, until its caller has read the answer. A parsed and rendered response needs several times its weight.
 */
@Component
public class LargeAnswers {

    /** The number of connections bounds the memory for this much of each response. */
    static final int FREE_WEIGHT = 64 * 1024;

    private static final int HEAP_SHARE = 16;

    /** Most answers are written within milliseconds. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private static final ScopedValue<Reservation> CURRENT = ScopedValue.newInstance();

    private final long total;
    private final Map<String, Long> reserved = new HashMap<>();
    private long reservedTotal;

    public LargeAnswers() {
        this(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    }

    LargeAnswers(long total) {
        this.total = total;
    }

    /** Runs a load or a request, at whose end the memory is free again. */
    public <T extends @Nullable Object, X extends Throwable> T run(ScopedValue.CallableOp<T, X> work) throws X {
        var reservation = new Reservation();
        try {
            return ScopedValue.where(CURRENT, reservation).call(work);
        } finally {
            reservation.release();
        }
    }

    /** The reservation of the current load or request of a client; the few jobs have none. */
    public static Optional<Reservation> current() {
        return CURRENT.isBound() ? CURRENT.get().ofCaller() : Optional.empty();
    }

    /** Adds weight to the reservation of the current request, if there is one. Waits for a second for the memory, and throws a problem if there is none. */
    public static void occupy(long weight) {
        current().ifPresent(reservation -> reservation.add(weight, MAX_WAIT));
    }

    /** Adds weight to the reservation of the current request, if there is one, without waiting; returns false if there is no memory for it. */
    public static boolean tryOccupy(long weight) {
        return current()
                .map(reservation -> reservation.tryAdd(weight, Duration.ZERO))
                .orElse(true);
    }

    synchronized long reservedBytes() {
        return reservedTotal;
    }

    /**
     * Reserves more memory for a reservation. A client may have three quarters of what the others leave for one response, and half of it for
     * several, so that some memory is free however many clients take as much as they may. A response of any size is possible while there is
     * no other one.
     */
    private synchronized boolean tryReserve(String clientId, long held, long weight, Duration maxWait) {
        if (!MonitorWait.until(this, () -> hasMemory(clientId, held, weight), maxWait)) {
            return false;
        }
        reserved.merge(clientId, weight, Long::sum);
        reservedTotal += weight;
        return true;
    }

    private synchronized boolean hasMemory(String clientId, long held, long weight) {
        var ofClient = reserved.getOrDefault(clientId, 0L);
        var leftByOthers = total - (reservedTotal - ofClient);
        var share = ofClient == held ? leftByOthers * 3 / 4 : leftByOthers / 2;
        return reservedTotal == held || ofClient + weight <= share;
    }

    private synchronized void release(String clientId, long weight) {
        reservedTotal -= weight;
        reserved.computeIfPresent(clientId, (_, held) -> held == weight ? null : held - weight);
        notifyAll();
    }

    /** The memory of one load or request. Thread-safe, because bytes arrive on another thread. */
    public final class Reservation {

        private @Nullable String clientId;
        private long added;
        private long held;

        private Reservation() {}

        /** The caller is known after the begin of a request, and not on the threads on which bytes arrive. */
        private synchronized Optional<Reservation> ofCaller() {
            if (clientId == null) {
                clientId = RequestContext.find()
                        .flatMap(RequestContext::caller)
                        .map(Caller::clientId)
                        .orElse(null);
            }
            return clientId == null ? Optional.empty() : Optional.of(this);
        }

        /** Adds the weight of bytes that have arrived, without waiting for others. Throws a problem if there is no memory for them. */
        public void add(long weight) {
            add(weight, Duration.ZERO);
        }

        private void add(long weight, Duration maxWait) {
            if (!tryAdd(weight, maxWait)) {
                throw new TooManyLargeAnswers();
            }
        }

        private synchronized boolean tryAdd(long weight, Duration maxWait) {
            var needed = added + weight - FREE_WEIGHT - held;
            if (needed > 0) {
                if (!tryReserve(requireNonNull(clientId), held, needed, maxWait)) {
                    return false;
                }
                held += needed;
            }
            added += weight;
            return true;
        }

        private synchronized void release() {
            if (held > 0) {
                LargeAnswers.this.release(requireNonNull(clientId), held);
                held = 0;
            }
        }
    }
}
