package io.leeloogateway.sync;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The synchronization of Leeloo's lists into the cache.
 *
 * @param continuous whether the gateway plans runs itself; without it, runs start only on request
 * @param share the most of Leeloo's budget that runs use while other calls wait, between 0.01 and 1
 * @param recentEvery how often people who wrote lately are refreshed between full runs; 0 means never
 * @param people when the next full run of people is planned after the end of the last one: 5 min
 * @param orders the same for orders: 5 min
 * @param tags the same for tags: 5 min
 * @param users the same for users: 1 h
 * @param connections the same for connections: 1 h
 * @param templates the same for templates: 1 h
 * @param tunnels the same for tunnels: 1 h
 */
@ConfigurationProperties("gateway.sync")
record SyncProperties(
        @DefaultValue("true") boolean continuous,
        @DefaultValue("0.2") double share,
        @DefaultValue("1m") Duration recentEvery,
        @DefaultValue Often people,
        @DefaultValue Often orders,
        @DefaultValue Often tags,
        @DefaultValue Seldom users,
        @DefaultValue Seldom connections,
        @DefaultValue Seldom templates,
        @DefaultValue Seldom tunnels) {

    SyncProperties {
        if (!(share >= 0.01 && share <= 1)) {
            throw new IllegalArgumentException("gateway.sync.share must be between 0.01 and 1");
        }
    }

    Duration every(SyncKind kind) {
        return switch (kind) {
            case PEOPLE -> people.every;
            case ORDERS -> orders.every;
            case TAGS -> tags.every;
            case USERS -> users.every;
            case CONNECTIONS -> connections.every;
            case TEMPLATES -> templates.every;
            case TUNNELS -> tunnels.every;
        };
    }

    /** The plan of a list that changes often. */
    record Often(@DefaultValue("5m") Duration every) {}

    /** The plan of a list that seldom changes. */
    record Seldom(@DefaultValue("1h") Duration every) {}
}
