package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.Target;

/** A question to Leeloo that changes nothing and is answered by a {@code T}; only the mirror asks. */
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
                FindUser {

    /** What is asked about. */
    Target target();

    /** What a copy of the answer is called. */
    default CacheKey copy() {
        return CacheKey.of(this);
    }
}
