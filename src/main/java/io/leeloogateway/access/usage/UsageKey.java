package io.leeloogateway.access.usage;

import java.time.Instant;
import java.util.Comparator;

/** What is counted: the requests of a client for an operation in a minute. */
record UsageKey(String clientId, Instant minute, String operation) implements Comparable<UsageKey> {

    private static final Comparator<UsageKey> ORDER = Comparator.comparing(UsageKey::clientId)
            .thenComparing(UsageKey::minute)
            .thenComparing(UsageKey::operation);

    @Override
    public int compareTo(UsageKey other) {
        return ORDER.compare(this, other);
    }
}
