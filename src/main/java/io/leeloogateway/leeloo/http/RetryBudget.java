package io.leeloogateway.leeloo.http;

/** Bounds retries to a tenth of the calls, so that retries do not multiply the load on a Leeloo that fails. */
final class RetryBudget {

    /** In tenths of a retry. Each call adds one. */
    private static final int COST = 10;

    private static final int MAX_BALANCE = 10 * COST;

    private int balance = MAX_BALANCE;

    synchronized void recordCall() {
        balance = Math.min(MAX_BALANCE, balance + 1);
    }

    /** Returns false if the budget is used up. */
    synchronized boolean spend() {
        if (balance < COST) {
            return false;
        }
        balance -= COST;
        return true;
    }
}
