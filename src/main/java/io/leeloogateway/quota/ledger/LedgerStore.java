package io.leeloogateway.quota.ledger;

/** Stores the shared state. */
public interface LedgerStore {

    /**
     * The stored state.
     *
     * @param version raised by each replacement
     * @param state JSON; empty at first
     * @param databaseMillis the time of the read by the database's clock
     */
    record Row(long version, String state, long databaseMillis) {}

    Row read();

    /** Replaces the state unless another replica has replaced the given version. */
    boolean replace(long version, String state);
}
