package io.leeloogateway.cache;

import io.leeloogateway.leeloo.ResourceType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long copies are fresh, and for how much longer they are given when Leeloo cannot be asked.
 *
 * @param people of one person: 60 s and 24 h
 * @param orders of one order: 60 s and 24 h
 * @param tags of the list of tags: 10 min and 7 d
 * @param lists of lists of people, orders and channels: 15 s and 1 h
 * @param reference of users, connections, templates and tunnels: 10 min and 7 d
 * @param statistics of what came of tunnels: 60 s and 1 h
 * @param messages of chats: not kept unless a time is set
 * @param notFoundTimeToLive how long it is remembered that Leeloo knows no such thing
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
        @DefaultValue("60s") Duration notFoundTimeToLive) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    public TtlPolicy of(ResourceType kind) {
        return switch (kind) {
            case PERSON, CHANNEL_PERSON -> TtlPolicy.of(people, MINUTE, DAY);
            case ORDER -> TtlPolicy.of(orders, MINUTE, DAY);
            case TAGS -> TtlPolicy.of(tags, MINUTE.multipliedBy(10), DAY.multipliedBy(7));
            case PEOPLE_LIST, ORDER_LIST, CHANNEL_LIST -> TtlPolicy.of(lists, Duration.ofSeconds(15), HOUR);
            case REFERENCE -> TtlPolicy.of(reference, MINUTE.multipliedBy(10), DAY.multipliedBy(7));
            case STATISTICS -> TtlPolicy.of(statistics, MINUTE, HOUR);
            case MESSAGES -> TtlPolicy.of(messages, Duration.ZERO, Duration.ZERO);
        };
    }
}
