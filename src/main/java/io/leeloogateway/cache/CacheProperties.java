package io.leeloogateway.cache;

import io.leeloogateway.leeloo.ResourceType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The time-to-live of cache entries, how much longer a stale entry is served if Leeloo fails (stale-if-error), and at once, while one call
 * refreshes it (stale-while-revalidate, off unless named here).
 *
 * @param people single people: 60 s, stale-if-error 24 h
 * @param orders single orders: 60 s, stale-if-error 24 h
 * @param tags the list of tags: 10 min, stale-if-error 7 d
 * @param lists lists of people, orders and channels: 15 s, stale-if-error 1 h, stale-while-revalidate 30 s
 * @param reference users, connections, templates and tunnels: 10 min, stale-if-error 7 d
 * @param statistics statistics of tunnels: 60 s, stale-if-error 1 h, stale-while-revalidate 30 s
 * @param messages messages of channels: not cached unless a time-to-live is set
 * @param rows rows of lists for {@code view=summary}: 30 min, stale-if-error 24 h; synchronization refreshes them
 * @param notFoundTimeToLive time-to-live of a cached not-found
 * @param maxSizeOfType the stored size of all entries of a type together, except single people and orders; the oldest are deleted
 * @param staleAfter how long a read waits for Leeloo before a stale entry is served, if the caller accepts one
 */
@ConfigurationProperties("gateway.cache")
public record CacheProperties(
        @NestedConfigurationProperty @Nullable TtlPolicy people,
        @NestedConfigurationProperty @Nullable TtlPolicy orders,
        @NestedConfigurationProperty @Nullable TtlPolicy tags,
        @NestedConfigurationProperty @Nullable TtlPolicy lists,
        @NestedConfigurationProperty @Nullable TtlPolicy reference,
        @NestedConfigurationProperty @Nullable TtlPolicy statistics,
        @NestedConfigurationProperty @Nullable TtlPolicy messages,
        @NestedConfigurationProperty @Nullable TtlPolicy rows,
        @DefaultValue("60s") Duration notFoundTimeToLive,
        @DefaultValue("128MB") DataSize maxSizeOfType,
        @DefaultValue("1s") Duration staleAfter) {

    public CacheProperties {
        if (staleAfter.isNegative()) {
            throw new IllegalArgumentException("gateway.cache.stale-after must not be negative");
        }
        if (maxSizeOfType.isNegative() || maxSizeOfType.toBytes() == 0) {
            throw new IllegalArgumentException("gateway.cache.max-size-of-type must be positive");
        }
    }

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SHORT = Duration.ofSeconds(30);

    private static final TtlPolicy SINGLE = new TtlPolicy(MINUTE, DAY, Duration.ZERO);
    private static final TtlPolicy LIST = new TtlPolicy(Duration.ofSeconds(15), HOUR, SHORT);
    private static final TtlPolicy LASTING = new TtlPolicy(MINUTE.multipliedBy(10), DAY.multipliedBy(7), Duration.ZERO);
    private static final TtlPolicy STATISTICS = new TtlPolicy(MINUTE, HOUR, SHORT);
    private static final TtlPolicy ROW = new TtlPolicy(MINUTE.multipliedBy(30), DAY, Duration.ZERO);
    private static final TtlPolicy UNCACHED = new TtlPolicy(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public TtlPolicy of(ResourceType type) {
        return switch (type) {
            case PERSON, CHANNEL_PERSON -> TtlPolicy.of(people, SINGLE);
            case ORDER -> TtlPolicy.of(orders, SINGLE);
            case TAGS -> TtlPolicy.of(tags, LASTING);
            case PEOPLE_LIST, ORDER_LIST, CHANNEL_LIST -> TtlPolicy.of(lists, LIST);
            case REFERENCE -> TtlPolicy.of(reference, LASTING);
            case STATISTICS -> TtlPolicy.of(statistics, STATISTICS);
            case MESSAGES -> TtlPolicy.of(messages, UNCACHED);
        };
    }

    /** The policy of list rows that are served in place of their resource. */
    FreshnessPolicy rowPolicy() {
        return new FreshnessPolicy(TtlPolicy.of(rows, ROW), notFoundTimeToLive);
    }

    public FreshnessPolicy policy(ResourceType type) {
        return new FreshnessPolicy(of(type), notFoundTimeToLive);
    }
}
