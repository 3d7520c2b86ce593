package io.leeloogateway.leeloo.wire;

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
import io.leeloogateway.leeloo.change.RecordCall;
import io.leeloogateway.leeloo.change.RemoveTag;
import io.leeloogateway.leeloo.change.SendMessage;
import io.leeloogateway.leeloo.change.SendTemplate;
import io.leeloogateway.leeloo.change.Subscribe;
import io.leeloogateway.leeloo.change.VerbatimChange;

/** The HTTP request of each change. */
public final class ChangeRequests {

    private ChangeRequests() {}

    public static LeelooRequest of(Change<?> change) {
        return switch (change) {
            case SendTemplate send ->
                LeelooRequest.of(LeelooEndpoint.SEND_TEMPLATE).withBody(TemplateMessageBody.of(send));
            case SendMessage(var channelId, var text) ->
                LeelooRequest.of(LeelooEndpoint.SEND_MESSAGE).withBody(new MessageBody(channelId, text));
            case Subscribe(var channelId, var tunnelId, var blockId) ->
                LeelooRequest.of(LeelooEndpoint.SUBSCRIBE, channelId).withBody(new SubscriptionBody(tunnelId, blockId));
            case CreateTrafficSource(var toolId, var name, var description) ->
                LeelooRequest.of(LeelooEndpoint.CREATE_TRAFFIC_SOURCE, toolId)
                        .withBody(new TrafficSourceBody(name, description));
            case CreateOrder create ->
                LeelooRequest.of(LeelooEndpoint.CREATE_ORDER).withBody(NewOrderBody.of(create));
            case ChangeOrder order ->
                LeelooRequest.of(LeelooEndpoint.CHANGE_ORDER, order.orderId()).withBody(OrderChangeBody.of(order));
            case CreatePerson create ->
                LeelooRequest.of(LeelooEndpoint.CREATE_PERSON).withBody(NewPersonBody.of(create));
            case ChangePerson person ->
                LeelooRequest.of(LeelooEndpoint.CHANGE_PERSON, person.personId())
                        .withBody(PersonChangeBody.of(person));
            case ImportPeople imported ->
                LeelooRequest.of(LeelooEndpoint.IMPORT_PEOPLE).withBody(ImportBody.of(imported));
            case AddComment(var personId, var text) ->
                LeelooRequest.of(LeelooEndpoint.ADD_COMMENT, personId).withBody(new CommentBody(text));
            case AddTag(var personId, var tagId) ->
                LeelooRequest.of(LeelooEndpoint.ADD_TAG, personId).withBody(new TagBody(tagId));
            case RemoveTag(var personId, var tagId) ->
                LeelooRequest.of(LeelooEndpoint.REMOVE_TAG, personId).withBody(new TagBody(tagId));
            case RecordCall call -> LeelooRequest.of(LeelooEndpoint.RECORD_CALL).withBody(CallBody.of(call));
            case VerbatimChange(var plain, var body, var _) -> of(plain).withBody(body);
        };
    }
}
