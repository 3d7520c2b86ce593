package io.leeloogateway.cache;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A person with its channels and orders at Leeloo.
 *
 * @param personId id of the person
 * @param channelIds ids of the person's channels
 * @param orderIds ids of the person's orders
 */
public record PersonLinks(String personId, Set<String> channelIds, Set<String> orderIds) {

    public PersonLinks {
        channelIds = Set.copyOf(channelIds);
        orderIds = Set.copyOf(orderIds);
    }

    public PersonLinks and(Set<String> moreChannels, Set<String> moreOrders) {
        return new PersonLinks(personId, union(channelIds, moreChannels), union(orderIds, moreOrders));
    }

    public PersonLinks and(PersonLinks others) {
        return and(others.channelIds, others.orderIds);
    }

    /** The ids of the person, its channels and its orders. */
    public Set<String> ids() {
        return union(Set.of(personId), union(channelIds, orderIds));
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        return Stream.concat(first.stream(), second.stream()).collect(HashSet::new, Set::add, Set::addAll);
    }
}
