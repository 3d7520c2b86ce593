package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.Target;

/** A read at Leeloo that returns a {@code T}. Only module cache executes queries. */
public sealed interface Query<T>
        permits ListTemplateCategories,
                ListTemplates,
                ListMessages,
                ListChannels,
                FindPersonOfChannel,
                ListConnections,
                ListOrders,
                FindOrder,
                ListPeople,
                FindPerson,
                ListTags,
                ListTunnels,
                FindTunnel,
                ListStatistics,
                ListTunnelStatistics,
                ListUsers,
                FindUser,
                VerbatimQuery {

    /** The resource that is read. */
    Target target();

    /** The query that the gateway itself would make for the same resource. */
    default Query<?> plain() {
        return this;
    }

    /** The key of the cache entry for the response. */
    default CacheKey cacheKey() {
        return CacheKey.of(this);
    }
}
