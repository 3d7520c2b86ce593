package io.leeloogateway.leeloo.verbatim;

import io.leeloogateway.leeloo.LeelooEndpoint;
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
import tools.jackson.databind.JsonNode;

/** Reads changes in Leeloo's own words: the reverse of {@link io.leeloogateway.leeloo.wire.ChangeRequests}. */
public final class VerbatimChanges {

    private VerbatimChanges() {}

    /** The change of a request. Absent and unreadable fields are empty: Leeloo decides about them. */
    public static VerbatimChange read(LeelooEndpoint endpoint, String pathId, JsonNode body) {
        var fields = new BodyFields(body);
        var plain = plain(endpoint, pathId, fields);
        return new VerbatimChange(plain, body, fields.hasUnread());
    }

    private static Change<?> plain(LeelooEndpoint endpoint, String id, BodyFields body) {
        return switch (endpoint) {
            case SEND_TEMPLATE ->
                new SendTemplate(body.required("account_id"), body.required("template_id"), body.texts("variables"));
            case SEND_MESSAGE -> new SendMessage(body.required("account_id"), body.required("text"));
            case SUBSCRIBE -> new Subscribe(id, body.required("tunnel_id"), body.required("tunnel_block_id"));
            case CREATE_TRAFFIC_SOURCE -> new CreateTrafficSource(id, body.required("name"), body.text("description"));
            case CREATE_ORDER -> newOrder(body);
            case CHANGE_ORDER ->
                new ChangeOrder(
                        id,
                        body.required("status"),
                        body.minute("paymentDate"),
                        body.text("currency"),
                        body.decimal("price"),
                        body.text("userComments"));
            case CREATE_PERSON ->
                new CreatePerson(
                        body.required("name"),
                        body.text("email"),
                        body.text("phone"),
                        body.text("leadgentool_id"),
                        body.list("connected_users_ids"));
            case CHANGE_PERSON ->
                new ChangePerson(id, body.text("phone"), body.text("email"), body.customFields("custom_fields"));
            case IMPORT_PEOPLE ->
                new ImportPeople(
                        body.people("data"),
                        body.required("connection_id"),
                        body.text("leadgentool_id"),
                        body.list("tags"));
            case ADD_COMMENT -> new AddComment(id, body.required("comment"));
            case ADD_TAG -> new AddTag(id, body.required("tag_id"));
            case REMOVE_TAG -> new RemoveTag(id, body.required("tag_id"));
            case RECORD_CALL -> call(body);
            case LIST_TEMPLATE_CATEGORIES, LIST_TEMPLATES, LIST_MESSAGES, LIST_CHANNELS, FIND_PERSON_OF_CHANNEL ->
                throw notChange(endpoint);
            case LIST_CONNECTIONS, LIST_ORDERS, FIND_ORDER, LIST_PEOPLE, FIND_PERSON, LIST_TAGS ->
                throw notChange(endpoint);
            case LIST_TUNNELS, FIND_TUNNEL, LIST_STATISTICS, LIST_TUNNEL_STATISTICS, LIST_USERS, FIND_USER ->
                throw notChange(endpoint);
        };
    }

    private static CreateOrder newOrder(BodyFields body) {
        return new CreateOrder(
                body.required("personId"),
                body.required("offerId"),
                body.required("paymentCreditsId"),
                body.text("email"),
                body.text("phone"),
                body.instant("transactionDate"),
                body.flag("isNotifyAccount") ? Notification.SENT : Notification.NONE,
                body.text("managerId"));
    }

    private static RecordCall call(BodyFields body) {
        return new RecordCall(
                body.required("user_id"),
                body.required("account_id"),
                body.required("from"),
                body.required("to"),
                body.instantOrEpoch("date"),
                body.text("record_link"),
                body.required("status"),
                body.number("duration"),
                body.required("type"));
    }

    private static IllegalArgumentException notChange(LeelooEndpoint endpoint) {
        return new IllegalArgumentException(endpoint + " only reads");
    }
}
