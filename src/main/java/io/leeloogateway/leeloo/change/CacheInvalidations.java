package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.ContactScopes;
import io.leeloogateway.leeloo.ResourceType;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scopes of the cache entries that a change invalidates. The cache adds entries of dependent resources. */
final class CacheInvalidations {

    private CacheInvalidations() {}

    static Set<String> of(Change<?> change) {
        return switch (change) {
            case AddTag(var personId, var _) -> person(personId);
            case RemoveTag(var personId, var _) -> person(personId);
            case ChangePerson person ->
                union(person(person.personId()), ContactScopes.of(person.phone(), person.email()));
            case AddComment(var personId, var _) -> person(personId);
            case CreatePerson person ->
                union(
                        union(people(), Set.of(kind(ResourceType.CHANNEL_PERSON))),
                        ContactScopes.of(person.phone(), person.email()));
            case ImportPeople imported ->
                union(union(people(), Set.of(kind(ResourceType.CHANNEL_PERSON))), contacts(imported));
            case CreateOrder order -> ofNewOrder(order);
            case ChangeOrder order ->
                Set.of(
                        kind(ResourceType.ORDER_LIST),
                        CacheKey.scope(ResourceType.ORDER, order.orderId()),
                        kind(ResourceType.CHANNEL_PERSON),
                        kind(ResourceType.STATISTICS));
            case SendMessage(var channelId, var _) -> chat(channelId);
            case SendTemplate send -> chat(send.channelId());
            case Subscribe subscribe ->
                union(
                        chat(subscribe.channelId()),
                        Set.of(
                                kind(ResourceType.CHANNEL_PERSON),
                                CacheKey.scope(ResourceType.CHANNEL_PERSON, subscribe.channelId()),
                                kind(ResourceType.STATISTICS)));
            case CreateTrafficSource _ -> Set.of(kind(ResourceType.STATISTICS));
            case RecordCall _ -> Set.of();
            case VerbatimChange(var plain, var _, var _) -> of(plain);
        };
    }

    /** A change of a person invalidates the people of all channels, because the key of such an entry does not name its person. */
    private static Set<String> person(String personId) {
        return Set.of(
                CacheKey.scope(ResourceType.PERSON, personId),
                kind(ResourceType.PEOPLE_LIST),
                kind(ResourceType.CHANNEL_PERSON));
    }

    private static Set<String> contacts(ImportPeople imported) {
        return ContactScopes.bounded(imported.people().stream()
                .flatMap(person -> ContactScopes.of(person.phone(), person.email()).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The notification of an order is a message to the person. */
    private static Set<String> ofNewOrder(CreateOrder order) {
        var created = Set.of(
                kind(ResourceType.ORDER_LIST),
                CacheKey.scope(ResourceType.PERSON, order.personId()),
                kind(ResourceType.CHANNEL_PERSON),
                kind(ResourceType.STATISTICS));
        var notified = Set.of(
                kind(ResourceType.MESSAGES),
                kind(ResourceType.PEOPLE_LIST),
                kind(ResourceType.CHANNEL_LIST),
                CacheKey.scope(ResourceType.PEOPLE_LIST, order.personId()));
        return order.notification() == Notification.SENT ? union(created, notified) : created;
    }

    private static Set<String> people() {
        return Set.of(kind(ResourceType.PEOPLE_LIST), kind(ResourceType.CHANNEL_LIST));
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        return Stream.concat(first.stream(), second.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Rows of people and channels show the time of the last message. */
    private static Set<String> chat(String channelId) {
        return Set.of(
                CacheKey.scope(ResourceType.MESSAGES, channelId),
                kind(ResourceType.PEOPLE_LIST),
                kind(ResourceType.CHANNEL_LIST));
    }

    private static String kind(ResourceType kind) {
        return CacheKey.scope(kind);
    }
}
