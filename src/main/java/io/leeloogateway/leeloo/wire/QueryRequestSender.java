package io.leeloogateway.leeloo.wire;

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
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends the HTTP request of each of the 17 queries. */
@Component
public class QueryRequestSender {

    private final TemplatesExchange templates;
    private final MessagesExchange messages;
    private final ChannelsExchange channels;
    private final OrdersExchange orders;
    private final PeopleExchange people;
    private final TunnelsExchange tunnels;
    private final DirectoryExchange directory;

    public QueryRequestSender(HttpServiceProxyFactory exchanges) {
        templates = exchanges.createClient(TemplatesExchange.class);
        messages = exchanges.createClient(MessagesExchange.class);
        channels = exchanges.createClient(ChannelsExchange.class);
        orders = exchanges.createClient(OrdersExchange.class);
        people = exchanges.createClient(PeopleExchange.class);
        tunnels = exchanges.createClient(TunnelsExchange.class);
        directory = exchanges.createClient(DirectoryExchange.class);
    }

    public Mono<ResponseEntity<Flux<DataBuffer>>> send(Query<?> query) {
        return switch (query) {
            case ListTemplateCategories() -> templates.categories();
            case ListTemplates(var categoryId) -> templates.templates(categoryId);
            case ListMessages(var channelId, var paging) ->
                messages.list(channelId, new FilterParameters().page(paging).build());
            case ListChannels(var from, var to, var paging) ->
                channels.list(new FilterParameters()
                        .page(paging)
                        .lastMessage(from, to)
                        .build());
            case FindPersonOfChannel(var channelId) -> channels.person(channelId);
            case ListConnections() -> channels.connections();
            case ListOrders(var paging) ->
                orders.list(new FilterParameters().page(paging).build());
            case FindOrder(var orderId) -> orders.find(orderId);
            case ListPeople list -> people.list(parameters(list));
            case FindPerson(var personId) ->
                people.find(
                        personId,
                        new FilterParameters()
                                .add("include", "contactedUsers,orders")
                                .build());
            case ListTags() -> directory.tags();
            case ListTunnels(var paging) ->
                tunnels.list(new FilterParameters().page(paging).build());
            case FindTunnel(var tunnelId) ->
                tunnels.find(
                        tunnelId,
                        new FilterParameters().add("include", "leadgentools").build());
            case ListStatistics() -> tunnels.statistics();
            case ListTunnelStatistics(var tunnelId) -> tunnels.statisticsOf(tunnelId);
            case ListUsers(var paging) ->
                directory.users(new FilterParameters().page(paging).build());
            case FindUser(var userId) -> directory.user(userId);
        };
    }

    private static MultiValueMap<String, String> parameters(ListPeople list) {
        var parameters =
                new FilterParameters().page(list.paging()).lastMessage(list.lastMessageFrom(), list.lastMessageTo());
        list.tags().forEach(tag -> parameters.add("filter[tags]", tag));
        return parameters
                .add("filter[phone]", list.phone())
                .add("filter[email]", list.email())
                .build();
    }
}
