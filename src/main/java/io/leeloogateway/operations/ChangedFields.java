package io.leeloogateway.operations;

import io.leeloogateway.audit.Changed;
import io.leeloogateway.audit.ChangedThing;
import io.leeloogateway.leeloo.AddComment;
import io.leeloogateway.leeloo.AddTag;
import io.leeloogateway.leeloo.Change;
import io.leeloogateway.leeloo.ChangeOrder;
import io.leeloogateway.leeloo.ChangePerson;
import io.leeloogateway.leeloo.CreateOrder;
import io.leeloogateway.leeloo.CreatePerson;
import io.leeloogateway.leeloo.CreateTrafficSource;
import io.leeloogateway.leeloo.ImportPeople;
import io.leeloogateway.leeloo.Notification;
import io.leeloogateway.leeloo.RecordCall;
import io.leeloogateway.leeloo.RemoveTag;
import io.leeloogateway.leeloo.SendMessage;
import io.leeloogateway.leeloo.SendTemplate;
import io.leeloogateway.leeloo.Subscribe;
import io.leeloogateway.leeloo.Target;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a change changes, as the diary may know it: ids, states and prices as they are, ways to reach people by pseudonym, the rest by name. */
final class ChangedFields {

    private ChangedFields() {}

    static ChangedThing about(Change<?> change) {
        var ids = Stream.iterate(change.target(), Objects::nonNull, Target::other)
                .map(Target::id)
                .filter(Objects::nonNull)
                .toList();
        return new ChangedThing(change.target().kind(), ids);
    }

    static List<Changed> of(Change<?> change) {
        return fields(change).filter(Changed::isGiven).distinct().toList();
    }

    private static Stream<Changed> fields(Change<?> change) {
        return switch (change) {
            case AddTag(var _, var tagId) -> Stream.of(Changed.value("tagId", tagId));
            case RemoveTag(var _, var tagId) -> Stream.of(Changed.value("tagId", tagId));
            case AddComment _, SendMessage _ -> Stream.of(Changed.hidden("text", true));
            case SendTemplate template ->
                Stream.of(
                        Changed.value("templateId", template.templateId()),
                        Changed.hidden("variables", !template.variables().isEmpty()));
            case Subscribe subscription ->
                Stream.of(
                        Changed.value("tunnelId", subscription.tunnelId()),
                        Changed.value("blockId", subscription.blockId()));
            case CreateTrafficSource source ->
                Stream.of(Changed.hidden("name", true), Changed.hidden("description", source.description() != null));
            case ChangePerson person ->
                Stream.of(
                        Changed.phone("phone", person.phone()),
                        Changed.email("email", person.email()),
                        Changed.hidden("customFields", person.customFields() != null));
            case CreatePerson person ->
                Stream.of(
                        Changed.hidden("name", true),
                        Changed.email("email", person.email()),
                        Changed.phone("phone", person.phone()),
                        Changed.value("leadGenerationToolId", person.leadGenerationToolId()),
                        Changed.value("operatorIds", person.operatorIds()));
            case ImportPeople people -> imported(people);
            case CreateOrder order -> created(order);
            case ChangeOrder order -> changed(order);
            case RecordCall call -> recorded(call);
        };
    }

    private static Stream<Changed> imported(ImportPeople people) {
        var persons = people.people().stream()
                .flatMap(person -> Stream.of(
                        Changed.hidden("people.name", true),
                        Changed.email("people.email", person.email()),
                        Changed.phone("people.phone", person.phone())));
        return Stream.concat(
                persons,
                Stream.of(
                        Changed.value("connectionId", people.connectionId()),
                        Changed.value("leadGenerationToolId", people.leadGenerationToolId()),
                        Changed.value("tagIds", people.tagIds())));
    }

    private static Stream<Changed> created(CreateOrder order) {
        return Stream.of(
                Changed.value("personId", order.personId()),
                Changed.value("offerId", order.offerId()),
                Changed.value("paymentCreditsId", order.paymentCreditsId()),
                Changed.email("email", order.email()),
                Changed.phone("phone", order.phone()),
                Changed.value("transactionDate", order.transactionDate()),
                Changed.value("notifyPerson", order.notification() == Notification.SENT),
                Changed.value("managerId", order.managerId()));
    }

    private static Stream<Changed> changed(ChangeOrder order) {
        return Stream.of(
                Changed.value("status", order.status()),
                Changed.value("paymentDate", order.paymentDate()),
                Changed.value("currency", order.currency()),
                Changed.value("price", order.price()),
                Changed.hidden("comment", order.comment() != null));
    }

    private static Stream<Changed> recorded(RecordCall call) {
        return Stream.of(
                Changed.value("userId", call.userId()),
                Changed.value("channelId", call.channelId()),
                Changed.phone("from", call.from()),
                Changed.phone("to", call.to()),
                Changed.value("date", call.date()),
                Changed.hidden("recordLink", call.recordLink() != null),
                Changed.value("status", call.status()),
                Changed.value("duration", call.duration()),
                Changed.value("type", call.type()));
    }
}
