package io.leeloogateway.leeloo;

import java.util.Set;

/** The scopes of the copies that a change ends; what Leeloo shows of it elsewhere, rooms that know their copies add. */
final class Touched {

    private Touched() {}

    static Set<String> by(Change<?> change) {
        return switch (change) {
            case AddTag(var personId, var _) -> person(personId);
            case RemoveTag(var personId, var _) -> person(personId);
            case ChangePerson person -> person(person.personId());
            case AddComment(var personId, var _) -> person(personId);
            case CreatePerson _, ImportPeople _ -> Set.of(kind(CopyKind.PEOPLE_LIST), kind(CopyKind.CHANNEL_LIST));
            case CreateOrder order ->
                Set.of(
                        kind(CopyKind.ORDER_LIST),
                        CopyKey.scope(CopyKind.PERSON, order.personId()),
                        kind(CopyKind.CHANNEL_PERSON));
            case ChangeOrder order -> Set.of(kind(CopyKind.ORDER_LIST), CopyKey.scope(CopyKind.ORDER, order.orderId()));
            case SendMessage(var channelId, var _) -> chat(channelId);
            case SendTemplate send -> chat(send.channelId());
            case Subscribe subscribe ->
                Set.of(kind(CopyKind.CHANNEL_PERSON), CopyKey.scope(CopyKind.CHANNEL_PERSON, subscribe.channelId()));
            case CreateTrafficSource _ -> Set.of(kind(CopyKind.STATISTICS));
            case RecordCall _ -> Set.of();
        };
    }

    /** Whose channel it is a copy does not say before it is read, so a person's change ends what is known of all channels' people. */
    private static Set<String> person(String personId) {
        return Set.of(
                CopyKey.scope(CopyKind.PERSON, personId), kind(CopyKind.PEOPLE_LIST), kind(CopyKind.CHANNEL_PERSON));
    }

    /** Lists say when the last message was. */
    private static Set<String> chat(String channelId) {
        return Set.of(
                CopyKey.scope(CopyKind.MESSAGES, channelId), kind(CopyKind.PEOPLE_LIST), kind(CopyKind.CHANNEL_LIST));
    }

    private static String kind(CopyKind kind) {
        return CopyKey.scope(kind);
    }
}
