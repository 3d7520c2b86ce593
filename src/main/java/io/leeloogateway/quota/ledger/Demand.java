package io.leeloogateway.quota.ledger;

/** The calls of one class that wait in a replica, and the sum of the weights of their clients. */
public record Demand(int calls, double weight) {

    public static final Demand NONE = new Demand(0, 0);
}
