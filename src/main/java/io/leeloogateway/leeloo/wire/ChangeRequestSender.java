package io.leeloogateway.leeloo.wire;

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
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends the HTTP request of each of the 13 changes. */
@Component
public class ChangeRequestSender {

    private final MessagesExchange messages;
    private final ChannelsExchange channels;
    private final OrdersExchange orders;
    private final PeopleExchange people;
    private final TunnelsExchange tunnels;
    private final DirectoryExchange directory;

    public ChangeRequestSender(HttpServiceProxyFactory exchanges) {
        messages = exchanges.createClient(MessagesExchange.class);
        channels = exchanges.createClient(ChannelsExchange.class);
        orders = exchanges.createClient(OrdersExchange.class);
        people = exchanges.createClient(PeopleExchange.class);
        tunnels = exchanges.createClient(TunnelsExchange.class);
        directory = exchanges.createClient(DirectoryExchange.class);
    }

    public Mono<ResponseEntity<Flux<DataBuffer>>> send(Change<?> change) {
        return switch (change) {
            case SendTemplate send -> messages.sendTemplate(TemplateMessageBody.of(send));
            case SendMessage(var channelId, var text) -> messages.send(new MessageBody(channelId, text));
            case Subscribe(var channelId, var tunnelId, var blockId) ->
                channels.subscribe(channelId, new SubscriptionBody(tunnelId, blockId));
            case CreateTrafficSource(var toolId, var name, var description) ->
                tunnels.createTrafficSource(toolId, new TrafficSourceBody(name, description));
            case CreateOrder create -> orders.create(NewOrderBody.of(create));
            case ChangeOrder order -> orders.change(order.orderId(), OrderChangeBody.of(order));
            case CreatePerson create -> people.create(NewPersonBody.of(create));
            case ChangePerson person -> people.change(person.personId(), PersonChangeBody.of(person));
            case ImportPeople imported -> people.importPeople(ImportBody.of(imported));
            case AddComment(var personId, var text) -> people.addComment(personId, new CommentBody(text));
            case AddTag(var personId, var tagId) -> people.addTag(personId, new TagBody(tagId));
            case RemoveTag(var personId, var tagId) -> people.removeTag(personId, new TagBody(tagId));
            case RecordCall call -> directory.recordCall(CallBody.of(call));
        };
    }
}
