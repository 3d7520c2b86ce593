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
import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.Connection;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.model.Tag;
import io.leeloogateway.leeloo.model.TemplateCategory;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.FindPersonOfChannel;
import io.leeloogateway.leeloo.query.FindTunnel;
import io.leeloogateway.leeloo.query.FindUser;
import io.leeloogateway.leeloo.query.ListChannels;
import io.leeloogateway.leeloo.query.ListConnections;
import io.leeloogateway.leeloo.query.ListMessages;
import io.leeloogateway.leeloo.query.ListOrders;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.leeloo.query.ListStatistics;
import io.leeloogateway.leeloo.query.ListTags;
import io.leeloogateway.leeloo.query.ListTemplateCategories;
import io.leeloogateway.leeloo.query.ListTemplates;
import io.leeloogateway.leeloo.query.ListTunnelStatistics;
import io.leeloogateway.leeloo.query.ListTunnels;
import io.leeloogateway.leeloo.query.ListUsers;
import io.leeloogateway.leeloo.query.Query;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What comes back for each of the 30 operations. */
@Component
public class ResponseReader {

    @SuppressWarnings("unchecked") // each case answers by the T that its own record declares
    public <T> T read(Query<T> query, JsonNode envelope) {
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
    public <T> T read(Change<T> change, JsonNode envelope) {
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
