package io.leeloogateway.operations;

import io.leeloogateway.audit.ChangeTarget;
import io.leeloogateway.audit.FieldChange;
import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.change.AddComment;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.ChangeOrder;
import io.leeloogateway.leeloo.change.ChangePerson;
import io.leeloogateway.leeloo.change.CreateOrder;
import io.leeloogateway.leeloo.change.CreatePerson;
import io.leeloogateway.leeloo.change.CreateTrafficSource;
import io.leeloogateway.leeloo.change.ImportPeople;
import io.leeloogateway.leeloo.change.Notification;
import io.leeloogateway.leeloo.change.RecordCall;
import io.leeloogateway.leeloo.change.RemoveTag;
import io.leeloogateway.leeloo.change.SendMessage;
import io.leeloogateway.leeloo.change.SendTemplate;
import io.leeloogateway.leeloo.change.Subscribe;
import io.leeloogateway.leeloo.change.VerbatimChange;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Lists the fields of a change for the audit log: ids, states and prices with values where they have that form, phones and e-mails by pseudonym, the rest by name only. */
final class ChangedFields {

    private ChangedFields() {}

    static ChangeTarget targetOf(Change<?> change) {
        var ids = Stream.iterate(change.target(), Objects::nonNull, Target::other)
                .map(Target::id)
                .filter(Objects::nonNull)
                .toList();
        return new ChangeTarget(change.target().kind(), ids);
    }

    static List<FieldChange> of(Change<?> change) {
        return fields(change).filter(FieldChange::isGiven).distinct().toList();
    }

    private static Stream<FieldChange> fields(Change<?> change) {
        return switch (change) {
            case AddTag(var _, var tagId) -> Stream.of(FieldChange.id("tagId", tagId));
            case RemoveTag(var _, var tagId) -> Stream.of(FieldChange.id("tagId", tagId));
            case AddComment _, SendMessage _ -> Stream.of(FieldChange.hidden("text", true));
            case SendTemplate template ->
                Stream.of(
                        FieldChange.id("templateId", template.templateId()),
                        FieldChange.hidden("variables", !template.variables().isEmpty()));
            case Subscribe subscription ->
                Stream.of(
                        FieldChange.id("tunnelId", subscription.tunnelId()),
                        FieldChange.id("blockId", subscription.blockId()));
            case CreateTrafficSource source ->
                Stream.of(
                        FieldChange.hidden("name", true),
                        FieldChange.hidden("description", source.description() != null));
            case ChangePerson person ->
                Stream.of(
                        FieldChange.phone("phone", person.phone()),
                        FieldChange.email("email", person.email()),
                        FieldChange.hidden("customFields", person.customFields() != null));
            case CreatePerson person ->
                Stream.of(
                        FieldChange.hidden("name", true),
                        FieldChange.email("email", person.email()),
                        FieldChange.phone("phone", person.phone()),
                        FieldChange.id("leadGenerationToolId", person.leadGenerationToolId()),
                        FieldChange.ids("operatorIds", person.operatorIds()));
            case ImportPeople people -> ofImport(people);
            case CreateOrder order -> ofNewOrder(order);
            case ChangeOrder order -> ofOrder(order);
            case RecordCall call -> ofCall(call);
            case VerbatimChange(var plain, var _, var _) -> fields(plain);
        };
    }

    private static Stream<FieldChange> ofImport(ImportPeople people) {
        var persons = people.people().stream()
                .flatMap(person -> Stream.of(
                        FieldChange.hidden("people.name", true),
                        FieldChange.email("people.email", person.email()),
                        FieldChange.phone("people.phone", person.phone())));
        return Stream.concat(
                persons,
                Stream.of(
                        FieldChange.id("connectionId", people.connectionId()),
                        FieldChange.id("leadGenerationToolId", people.leadGenerationToolId()),
                        FieldChange.ids("tagIds", people.tagIds())));
    }

    private static Stream<FieldChange> ofNewOrder(CreateOrder order) {
        return Stream.of(
                FieldChange.id("personId", order.personId()),
                FieldChange.id("offerId", order.offerId()),
                FieldChange.id("paymentCreditsId", order.paymentCreditsId()),
                FieldChange.email("email", order.email()),
                FieldChange.phone("phone", order.phone()),
                FieldChange.value("transactionDate", order.transactionDate()),
                FieldChange.value("notifyPerson", order.notification() == Notification.SENT),
                FieldChange.id("managerId", order.managerId()));
    }

    private static Stream<FieldChange> ofOrder(ChangeOrder order) {
        return Stream.of(
                FieldChange.word("status", order.status()),
                FieldChange.value("paymentDate", order.paymentDate()),
                FieldChange.word("currency", order.currency()),
                FieldChange.value("price", order.price()),
                FieldChange.hidden("comment", order.comment() != null));
    }

    private static Stream<FieldChange> ofCall(RecordCall call) {
        return Stream.of(
                FieldChange.id("userId", call.userId()),
                FieldChange.id("channelId", call.channelId()),
                FieldChange.phone("from", call.from()),
                FieldChange.phone("to", call.to()),
                FieldChange.value("date", call.date()),
                FieldChange.hidden("recordLink", call.recordLink() != null),
                FieldChange.word("status", call.status()),
                FieldChange.value("duration", call.duration()),
                FieldChange.word("type", call.type()));
    }
}
