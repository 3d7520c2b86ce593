package io.leeloogateway.leeloo;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What goes out for each of the 13 changes. */
@Component
class Changes {

    private final MessagesExchange messages;
    private final ChannelsExchange channels;
    private final OrdersExchange orders;
    private final PeopleExchange people;
    private final TunnelsExchange tunnels;
    private final CompanyExchange company;

    Changes(
            MessagesExchange messages,
            ChannelsExchange channels,
            OrdersExchange orders,
            PeopleExchange people,
            TunnelsExchange tunnels,
            CompanyExchange company) {
        this.messages = messages;
        this.channels = channels;
        this.orders = orders;
        this.people = people;
        this.tunnels = tunnels;
        this.company = company;
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> send(Change<?> change) {
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
            case ImportPeople many -> people.importPeople(ImportBody.of(many));
            case AddComment(var personId, var text) -> people.addComment(personId, new CommentBody(text));
            case AddTag(var personId, var tagId) -> people.addTag(personId, new TagBody(tagId));
            case RemoveTag(var personId, var tagId) -> people.removeTag(personId, new TagBody(tagId));
            case RecordCall call -> company.recordCall(CallBody.of(call));
        };
    }
}
