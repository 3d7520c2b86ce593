package io.leeloogateway.access.usage;

import io.leeloogateway.request.Dialect;
import io.leeloogateway.request.MatchedRoute;
import java.time.Instant;
import java.util.Comparator;

/** The key of a usage count: client, minute and action. */
record UsageKey(String clientId, Instant minute, String action) implements Comparable<UsageKey> {

    /** Marks the actions of requests in Leeloo's own API. */
    private static final String LEELOO = "leeloo/";

    private static final Comparator<UsageKey> ORDER = Comparator.comparing(UsageKey::clientId)
            .thenComparing(UsageKey::minute)
            .thenComparing(UsageKey::action);

    static UsageKey of(String clientId, Instant minute, MatchedRoute route) {
        var isPlain = route.dialect() == Dialect.GATEWAY;
        return new UsageKey(clientId, minute, isPlain ? route.action() : LEELOO + route.action());
    }

    static boolean isOfLeeloo(ActionUsage usage) {
        return usage.action().startsWith(LEELOO);
    }

    static ActionUsage plain(ActionUsage usage) {
        return new ActionUsage(usage.action().substring(LEELOO.length()), usage.requests());
    }

    @Override
    public int compareTo(UsageKey other) {
        return ORDER.compare(this, other);
    }
}
