package io.leeloogateway.bulkhead;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The memory for large responses of Leeloo, of all clients together and of each client: from the arrival of their bytes to the end of the load,
 * and again in each request that they answer, until its caller has read the answer. A parsed and rendered response needs several times its bytes.
 */
@Component
public class LargeAnswers {

    /** The number of connections bounds the memory for these bytes of each response. */
    static final int FREE_BYTES = 64 * 1024;

    private static final int HEAP_SHARE = 16;
    private static final int CLIENT_SHARE = 3;

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

    /** The reservation of the current load or request; empty in a job, of which there are few. */
    public static Optional<Reservation> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get().ofCaller()) : Optional.empty();
    }

    /** Adds bytes to the reservation of the current request, if there is one. Throws a problem if there is no memory for them. */
    public static void occupy(long bytes) {
        current().ifPresent(reservation -> reservation.add(bytes));
    }

    synchronized long reservedBytes() {
        return reservedTotal;
    }

    /** A response of any size is possible while there is no other one of the client, and enough memory for all. */
    private synchronized void reserve(String clientId, long bytes) {
        var ofClient = reserved.getOrDefault(clientId, 0L);
        var isClientFull = ofClient > 0 && ofClient + bytes > total / CLIENT_SHARE;
        var isFull = reservedTotal > 0 && reservedTotal + bytes > total;
        if (isClientFull || isFull) {
            throw new TooManyLargeAnswers();
        }
        reserved.put(clientId, ofClient + bytes);
        reservedTotal += bytes;
    }

    private synchronized void release(String clientId, long bytes) {
        reservedTotal -= bytes;
        reserved.computeIfPresent(clientId, (_, held) -> held == bytes ? null : held - bytes);
    }

    /** The memory of one load or request. Thread-safe, because bytes arrive on another thread. */
    public final class Reservation {

        private @Nullable String clientId;
        private long size;
        private long held;

        private Reservation() {}

        /** The caller is known after the begin of a request, and not on the threads on which bytes arrive. */
        private synchronized Reservation ofCaller() {
            if (clientId == null) {
                clientId = RequestContext.find()
                        .flatMap(RequestContext::caller)
                        .map(Caller::clientId)
                        .orElse(null);
            }
            return this;
        }

        /** Adds bytes of a response. Throws a problem if there is no memory for them. */
        public synchronized void add(long bytes) {
            size += bytes;
            var needed = size - FREE_BYTES - held;
            if (needed > 0) {
                reserve(client(), needed);
                held += needed;
            }
        }

        private String client() {
            return Objects.requireNonNullElse(clientId, "");
        }

        private synchronized void release() {
            if (held > 0) {
                LargeAnswers.this.release(client(), held);
                held = 0;
            }
        }
    }
}
