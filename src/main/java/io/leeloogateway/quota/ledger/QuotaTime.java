package io.leeloogateway.quota.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One replica's knowledge of quota time: a moment that the replicas agreed on, and the monotonic clock before and after. Quota time follows
 * the database's clock, but no faster than the monotonic clock of a replica, and it does not go back: a clock that jumps frees no budget.
 *
 * @param millis the quota time
 * @param askedNanos the monotonic clock before the database was asked
 * @param answeredNanos the monotonic clock after it had answered
 */
public record QuotaTime(long millis, long askedNanos, long answeredNanos) {

    private static final long MAX_ERROR_MILLIS = 250;
    private static final long NANOS = 1_000_000;

    /** The quota time of a state that is read now. A replica without a moment of its own cannot tell how much time has passed. */
    static long now(QuotaState state, long databaseMillis, @Nullable QuotaTime last, long nanos) {
        if (last == null) {
            return state.time();
        }
        var earliest = last.millisAt(nanos);
        var latest = Math.min(earliest + MAX_ERROR_MILLIS, last.millis + (nanos - last.askedNanos) / NANOS);
        var byDatabase = state.time() + databaseMillis - state.databaseMillis();
        return Math.max(state.time(), Math.max(earliest, Math.min(byDatabase, latest)));
    }

    /** At least this quota time has come. */
    public long millisAt(long nanos) {
        return millis + Math.max(0, nanos - answeredNanos) / NANOS;
    }
}
