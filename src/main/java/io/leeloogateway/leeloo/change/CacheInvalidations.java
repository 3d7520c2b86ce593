package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.ResourceType;
import java.util.Set;

/** The scopes of the copies that a change ends; what Leeloo shows of it elsewhere, rooms that know their copies add. */
final class CacheInvalidations {

    private CacheInvalidations() {}

    static Set<String> by(Change<?> change) {
        return switch (change) {
            case AddTag(var personId, var _) -> person(personId);
            case RemoveTag(var personId, var _) -> person(personId);
            case ChangePerson person -> person(person.personId());
            case AddComment(var personId, var _) -> person(personId);
            case CreatePerson _, ImportPeople _ ->
                Set.of(kind(ResourceType.PEOPLE_LIST), kind(ResourceType.CHANNEL_LIST));
            case CreateOrder order ->
                Set.of(
                        kind(ResourceType.ORDER_LIST),
                        CacheKey.scope(ResourceType.PERSON, order.personId()),
                        kind(ResourceType.CHANNEL_PERSON));
            case ChangeOrder order ->
                Set.of(kind(ResourceType.ORDER_LIST), CacheKey.scope(ResourceType.ORDER, order.orderId()));
            case SendMessage(var channelId, var _) -> chat(channelId);
            case SendTemplate send -> chat(send.channelId());
            case Subscribe subscribe ->
                Set.of(
                        kind(ResourceType.CHANNEL_PERSON),
                        CacheKey.scope(ResourceType.CHANNEL_PERSON, subscribe.channelId()));
            case CreateTrafficSource _ -> Set.of(kind(ResourceType.STATISTICS));
            case RecordCall _ -> Set.of();
        };
    }

    /** Whose channel it is a copy does not say before it is read, so a person's change ends what is known of all channels' people. */
    private static Set<String> person(String personId) {
        return Set.of(
                CacheKey.scope(ResourceType.PERSON, personId),
                kind(ResourceType.PEOPLE_LIST),
                kind(ResourceType.CHANNEL_PERSON));
    }

    /** Lists say when the last message was. */
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
