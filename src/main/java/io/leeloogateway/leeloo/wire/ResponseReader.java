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
import io.leeloogateway.leeloo.change.VerbatimChange;
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
import io.leeloogateway.leeloo.query.VerbatimQuery;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads the response of each of the 30 endpoints. */
@Component
public class ResponseReader {

    @SuppressWarnings("unchecked") // each case returns the T of its record
    public <T> T read(Query<T> query, JsonNode response) {
        var envelope = new Envelope(response, query.target());
        ResponseMatcher.requireMatch(query, envelope.ids());
        return (T)
                switch (query) {
                    case ListTemplateCategories _ -> envelope.list("categories", TemplateCategory.class);
                    case ListTemplates _ -> envelope.list("templates", TemplateWire.class, TemplateWire::toTemplate);
                    case ListMessages(var _, var paging) ->
                        envelope.page(paging, MessageWire.class, MessageWire::toMessage);
                    case ListChannels list -> envelope.page(list.paging(), ChannelWire.class, ChannelWire::toChannel);
                    case FindPersonOfChannel _ -> person(envelope);
                    case ListConnections _ -> envelope.list("connections", Connection.class);
                    case ListOrders(var paging) -> envelope.page(paging, OrderWire.class, OrderWire::toOrder);
                    case FindOrder _ -> envelope.resource(OrderWire.class).toOrder();
                    case ListPeople list -> envelope.page(list.paging(), PersonRowWire.class, PersonRowWire::toRow);
                    case FindPerson _ -> person(envelope);
                    case ListTags _ -> envelope.list("tags", Tag.class, "id", "name");
                    case ListTunnels(var paging) ->
                        envelope.page(paging, TunnelWire.class, tunnel -> tunnel.toTunnel(TunnelWire.Linked.NONE));
                    case FindTunnel _ -> envelope.resource(TunnelWire.class).toTunnel(linked(envelope));
                    case ListStatistics _, ListTunnelStatistics _ ->
                        envelope.rows(StatisticsWire.class).stream()
                                .map(StatisticsWire::toStatistics)
                                .toList();
                    case ListUsers(var paging) -> envelope.page(paging, UserWire.class, UserWire::toUser);
                    case FindUser _ -> envelope.resource(UserWire.class).toUser();
                    case VerbatimQuery<?> verbatim -> read(verbatim.plain(), response);
                };
    }

    @SuppressWarnings("unchecked") // each case returns the T of its record
    public <T> T read(Change<T> change, JsonNode response) {
        var envelope = new Envelope(response, change.target());
        ResponseMatcher.requireMatch(change, envelope.ids());
        return (T)
                switch (change) {
                    case SendTemplate _, SendMessage _, Subscribe _ -> envelope.accepted();
                    case ChangePerson _, AddTag _, RemoveTag _ -> envelope.accepted();
                    case ChangeOrder _ -> new Accepted();
                    case CreateTrafficSource _ ->
                        envelope.resource(TrafficSourceWire.class).toTrafficSource();
                    case CreateOrder _ -> envelope.resource(OrderWire.class).toOrder();
                    case CreatePerson create ->
                        ResponseMatcher.requireMatch(
                                create,
                                envelope.requireIds("id", "person_id")
                                        .resource(CreatedPersonWire.class)
                                        .toPerson());
                    case ImportPeople _ ->
                        envelope.resource(SmsImportWire.class, "count_to_process")
                                .toImport();
                    case AddComment _ -> envelope.resource(CommentWire.class).toComment();
                    case RecordCall _ -> envelope.resource(CallWire.class).toCall();
                    case VerbatimChange verbatim ->
                        throw new IllegalArgumentException(verbatim.target().toString());
                };
    }

    private static Person person(Envelope envelope) {
        return envelope.resource(PersonWire.class)
                .toPerson(
                        envelope.related(PersonWire.Included.class, "included").orElse(PersonWire.Included.NONE));
    }

    private static TunnelWire.Linked linked(Envelope envelope) {
        return envelope.related(TunnelWire.Linked.class, "linked", "included").orElse(TunnelWire.Linked.NONE);
    }
}
