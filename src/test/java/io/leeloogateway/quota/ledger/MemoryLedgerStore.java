package io.leeloogateway.quota.ledger;

import java.util.function.LongSupplier;

/** A store in memory, whose clock a test may set and which a test may take away. */
public final class MemoryLedgerStore implements LedgerStore {

    private final LongSupplier nanoTime;
    private long version;
    private String state = "";
    private long clockOffsetMillis;
    private boolean isAway;

    public MemoryLedgerStore(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized Row read() {
        check();
        return new Row(version, state, nanoTime.getAsLong() / 1_000_000 + clockOffsetMillis);
    }

    @Override
    public synchronized boolean replace(long expected, String next) {
        check();
        if (version != expected) {
            return false;
        }
        version++;
        state = next;
        return true;
    }

    public synchronized void moveClock(long millis) {
        clockOffsetMillis += millis;
    }

    public synchronized void setAway(boolean away) {
        isAway = away;
    }

    private void check() {
        if (isAway) {
            throw new IllegalStateException("the database is away");
        }
    }
}
