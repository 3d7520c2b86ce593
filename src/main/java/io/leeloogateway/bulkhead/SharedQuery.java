package io.leeloogateway.bulkhead;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Shares the result of a query over whole tables: it runs once at a time, and its result is kept for a while. While it runs again, or if it has failed
 * since, callers get the previous result, if it is not too old; otherwise they wait, or get none.
 */
public final class SharedQuery<T> {

    /** Longer than a statement may take, and its permit. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(4);

    private final ReentrantLock lock = new ReentrantLock();
    private final long freshNanos;
    private final long usableNanos;
    private final Ticker ticker;
    private volatile @Nullable Result<T> last;

    /** The time for which a result is kept, and the age up to which it is given while the query runs again. */
    public SharedQuery(Duration fresh, Duration usable) {
        this(fresh, usable, Ticker.systemTicker());
    }

    SharedQuery(Duration fresh, Duration usable, Ticker ticker) {
        this.freshNanos = fresh.toNanos();
        this.usableNanos = usable.toNanos();
        this.ticker = ticker;
    }

    /** A value and when it was read, and when the query ran last. */
    private record Result<T>(@Nullable T value, long readNanos, long ranNanos) {

        static <T> Result<T> of(@Nullable T value, long nanos) {
            return new Result<>(value, nanos, nanos);
        }
    }

    /** Empty if the database failed the query, or if it got no permit and there is no previous result, or if none came in time. */
    public Optional<T> get(Supplier<T> query) {
        var known = last;
        if (isFresh(known)) {
            return value(known);
        }
        var isWaitNeeded = !isUsable(known);
        if (!tryLock(isWaitNeeded ? MAX_WAIT : Duration.ZERO)) {
            return isWaitNeeded ? Optional.empty() : value(known);
        }
        try {
            return isFresh(last) ? value(last) : run(query);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a query that is running. */
    public void forget() {
        lock.lock();
        try {
            last = null;
        } finally {
            lock.unlock();
        }
    }

    /** A caller without a permit has read nothing, so that the next one may try. */
    private Optional<T> run(Supplier<T> query) {
        try {
            last = Result.of(query.get(), ticker.read());
        } catch (DataAccessException _) {
            last = afterFailure(last);
        } catch (TooManyQueries _) {
            return isUsable(last) ? value(last) : Optional.empty();
        }
        return value(last);
    }

    private Result<T> afterFailure(@Nullable Result<T> previous) {
        var now = ticker.read();
        return previous != null && isUsable(previous)
                ? new Result<>(previous.value(), previous.readNanos(), now)
                : Result.of(null, now);
    }

    private boolean isFresh(@Nullable Result<T> result) {
        return result != null && ticker.read() - result.ranNanos() < freshNanos;
    }

    private boolean isUsable(@Nullable Result<T> result) {
        return result != null && ticker.read() - result.readNanos() < usableNanos;
    }

    private boolean tryLock(Duration maxWait) {
        try {
            return lock.tryLock(maxWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> Optional<T> value(@Nullable Result<T> result) {
        return result == null ? Optional.empty() : Optional.ofNullable(result.value());
    }
}
