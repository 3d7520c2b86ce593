package io.leeloogateway.leeloo;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What comes back for each of the 30 operations. */
@Component
class Answers {

    @SuppressWarnings("unchecked") // each case answers by the T that its own record declares
    <T> T read(Query<T> query, JsonNode envelope) {
        var in = new Envelope(envelope, query.target());
        return (T)
                switch (query) {
                    case ListTemplateCategories _ -> in.list("categories", TemplateCategory.class);
                    case ListTemplates _ -> in.list("templates", TemplateWire.class, TemplateWire::toTemplate);
                    case ListMessages(var _, var paging) -> in.page(paging, MessageWire.class, MessageWire::toMessage);
                    case ListChannels list -> in.page(list.paging(), ChannelWire.class, ChannelWire::toChannel);
                    case FindPersonOfChannel _ -> person(in);
                    case ListConnections _ -> in.list("connections", Connection.class);
                    case ListOrders(var paging) -> in.page(paging, OrderWire.class, OrderWire::toOrder);
                    case FindOrder _ -> in.thing(OrderWire.class).toOrder();
                    case ListPeople list -> in.page(list.paging(), PersonRowWire.class, PersonRowWire::toRow);
                    case FindPerson _ -> person(in);
                    case ListTags _ -> LeelooJson.list(in.list("tags", Tag.class), Tag::name);
                    case ListTunnels(var paging) ->
                        in.page(paging, TunnelWire.class, tunnel -> tunnel.toTunnel(TunnelWire.Linked.NOTHING));
                    case FindTunnel _ -> in.thing(TunnelWire.class).toTunnel(linked(in));
                    case ListStatistics _, ListTunnelStatistics _ ->
                        in.rows(StatisticsWire.class).stream()
                                .map(StatisticsWire::toStatistics)
                                .toList();
                    case ListUsers(var paging) -> in.page(paging, UserWire.class, UserWire::toUser);
                    case FindUser _ -> in.thing(UserWire.class).toUser();
                };
    }

    @SuppressWarnings("unchecked") // each case answers by the T that its own record declares
    <T> T read(Change<T> change, JsonNode envelope) {
        var in = new Envelope(envelope, change.target());
        return (T)
                switch (change) {
                    case SendTemplate _, SendMessage _, Subscribe _ -> in.accepted();
                    case ChangePerson _, AddTag _, RemoveTag _ -> in.accepted();
                    case ChangeOrder _ -> new Accepted();
                    case CreateTrafficSource _ ->
                        in.thing(TrafficSourceWire.class).toTrafficSource();
                    case CreateOrder _ -> in.thing(OrderWire.class).toOrder();
                    case CreatePerson _ ->
                        in.identifiedBy("id", "person_id")
                                .thing(CreatedPersonWire.class)
                                .toPerson();
                    case ImportPeople _ ->
                        in.thing(SmsImportWire.class, "count_to_process").toImport();
                    case AddComment _ -> in.thing(CommentWire.class).toComment();
                    case RecordCall _ -> in.thing(CallWire.class).toCall();
                };
    }

    private static Person person(Envelope in) {
        return in.thing(PersonWire.class)
                .toPerson(in.beside(PersonWire.Included.class, "included").orElse(PersonWire.Included.NOTHING));
    }

    private static TunnelWire.Linked linked(Envelope in) {
        return in.beside(TunnelWire.Linked.class, "linked", "included").orElse(TunnelWire.Linked.NOTHING);
    }
}
