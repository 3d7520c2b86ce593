package io.leeloogateway.quota;

import java.util.Comparator;

/** The calls of a class that are made for a client. */
record CallGroup(String callClass, String clientId) implements Comparable<CallGroup> {

    private static final Comparator<CallGroup> ORDER =
            Comparator.comparing(CallGroup::callClass).thenComparing(CallGroup::clientId);

    /** All replicas write the rows in this order, which prevents deadlocks. */
    @Override
    public int compareTo(CallGroup other) {
        return ORDER.compare(this, other);
    }
}
