package io.leeloogateway.access.usage;

import java.time.Instant;
import java.util.Comparator;

/** The key of a usage count: client, minute and action. */
record UsageKey(String clientId, Instant minute, String action) implements Comparable<UsageKey> {

    private static final Comparator<UsageKey> ORDER = Comparator.comparing(UsageKey::clientId)
            .thenComparing(UsageKey::minute)
            .thenComparing(UsageKey::action);

    @Override
    public int compareTo(UsageKey other) {
        return ORDER.compare(this, other);
    }
}
