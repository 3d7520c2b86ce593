package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.LeelooEndpoint;
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
import java.util.List;
import java.util.Map;

/** The HTTP request of each query. */
public final class QueryRequests {

    private QueryRequests() {}

    public static LeelooRequest of(Query<?> query) {
        return switch (query) {
            case ListTemplateCategories() -> LeelooRequest.of(LeelooEndpoint.LIST_TEMPLATE_CATEGORIES);
            case ListTemplates(var categoryId) -> LeelooRequest.of(LeelooEndpoint.LIST_TEMPLATES, categoryId);
            case ListMessages(var channelId, var paging) ->
                LeelooRequest.of(LeelooEndpoint.LIST_MESSAGES, channelId)
                        .with(new FilterParameters().page(paging).build());
            case ListChannels(var from, var to, var paging) ->
                LeelooRequest.of(LeelooEndpoint.LIST_CHANNELS)
                        .with(new FilterParameters()
                                .page(paging)
                                .lastMessage(from, to)
                                .build());
            case FindPersonOfChannel(var channelId) ->
                LeelooRequest.of(LeelooEndpoint.FIND_PERSON_OF_CHANNEL, channelId);
            case ListConnections() -> LeelooRequest.of(LeelooEndpoint.LIST_CONNECTIONS);
            case ListOrders(var paging) ->
                LeelooRequest.of(LeelooEndpoint.LIST_ORDERS)
                        .with(new FilterParameters().page(paging).build());
            case FindOrder(var orderId) -> LeelooRequest.of(LeelooEndpoint.FIND_ORDER, orderId);
            case ListPeople list -> LeelooRequest.of(LeelooEndpoint.LIST_PEOPLE).with(parameters(list));
            case FindPerson(var personId) ->
                LeelooRequest.of(LeelooEndpoint.FIND_PERSON, personId).with(including("contactedUsers,orders"));
            case ListTags() -> LeelooRequest.of(LeelooEndpoint.LIST_TAGS);
            case ListTunnels(var paging) ->
                LeelooRequest.of(LeelooEndpoint.LIST_TUNNELS)
                        .with(new FilterParameters().page(paging).build());
            case FindTunnel(var tunnelId) ->
                LeelooRequest.of(LeelooEndpoint.FIND_TUNNEL, tunnelId).with(including("leadgentools"));
            case ListStatistics() -> LeelooRequest.of(LeelooEndpoint.LIST_STATISTICS);
            case ListTunnelStatistics(var tunnelId) ->
                LeelooRequest.of(LeelooEndpoint.LIST_TUNNEL_STATISTICS, tunnelId);
            case ListUsers(var paging) ->
                LeelooRequest.of(LeelooEndpoint.LIST_USERS)
                        .with(new FilterParameters().page(paging).build());
            case FindUser(var userId) -> LeelooRequest.of(LeelooEndpoint.FIND_USER, userId);
            case VerbatimQuery<?> verbatim -> of(verbatim.plain()).with(verbatim.parameters());
        };
    }

    private static Map<String, List<String>> including(String related) {
        return Map.of("include", List.of(related));
    }

    private static Map<String, List<String>> parameters(ListPeople list) {
        var parameters =
                new FilterParameters().page(list.paging()).lastMessage(list.lastMessageFrom(), list.lastMessageTo());
        list.tags().forEach(tag -> parameters.add("filter[tags]", tag));
        return parameters
                .add("filter[phone]", list.phone())
                .add("filter[email]", list.email())
                .build();
    }
}
