package io.leeloogateway.cache;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What hangs on a person at Leeloo.
 *
 * @param personId the person
 * @param channelIds the person's channels
 * @param orderIds the person's orders
 */
public record PersonLinks(String personId, Set<String> channelIds, Set<String> orderIds) {

    public PersonLinks {
        channelIds = Set.copyOf(channelIds);
        orderIds = Set.copyOf(orderIds);
    }

    /** What others know besides. */
    public PersonLinks and(Set<String> moreChannels, Set<String> moreOrders) {
        return new PersonLinks(personId, union(channelIds, moreChannels), union(orderIds, moreOrders));
    }

    public PersonLinks and(PersonLinks others) {
        return and(others.channelIds, others.orderIds);
    }

    /** The person's own, and those of all that hangs on it. */
    public Set<String> ids() {
        return union(Set.of(personId), union(channelIds, orderIds));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(HashSet::new, Set::add, Set::addAll);
    }
}
