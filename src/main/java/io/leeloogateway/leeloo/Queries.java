package io.leeloogateway.leeloo;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What goes out for each of the 17 questions. */
@Component
class Queries {

    private final TemplatesExchange templates;
    private final MessagesExchange messages;
    private final ChannelsExchange channels;
    private final OrdersExchange orders;
    private final PeopleExchange people;
    private final TunnelsExchange tunnels;
    private final CompanyExchange company;

    Queries(
            TemplatesExchange templates,
            MessagesExchange messages,
            ChannelsExchange channels,
            OrdersExchange orders,
            PeopleExchange people,
            TunnelsExchange tunnels,
            CompanyExchange company) {
        this.templates = templates;
        this.messages = messages;
        this.channels = channels;
        this.orders = orders;
        this.people = people;
        this.tunnels = tunnels;
        this.company = company;
    }

    Mono<ResponseEntity<Flux<DataBuffer>>> send(Query<?> query) {
        return switch (query) {
            case ListTemplateCategories() -> templates.categories();
            case ListTemplates(var categoryId) -> templates.templates(categoryId);
            case ListMessages(var channelId, var paging) ->
                messages.list(channelId, new Parameters().page(paging).build());
            case ListChannels(var from, var to, var paging) ->
                channels.list(
                        new Parameters().page(paging).lastMessage(from, to).build());
            case FindPersonOfChannel(var channelId) -> channels.person(channelId);
            case ListConnections() -> channels.connections();
            case ListOrders(var paging) ->
                orders.list(new Parameters().page(paging).build());
            case FindOrder(var orderId) -> orders.find(orderId);
            case ListPeople list -> people.list(parameters(list));
            case FindPerson(var personId) ->
                people.find(
                        personId,
                        new Parameters().add("include", "contactedUsers,orders").build());
            case ListTags() -> company.tags();
            case ListTunnels(var paging) ->
                tunnels.list(new Parameters().page(paging).build());
            case FindTunnel(var tunnelId) ->
                tunnels.find(
                        tunnelId,
                        new Parameters().add("include", "leadgentools").build());
            case ListStatistics() -> tunnels.statistics();
            case ListTunnelStatistics(var tunnelId) -> tunnels.statisticsOf(tunnelId);
            case ListUsers(var paging) ->
                company.users(new Parameters().page(paging).build());
            case FindUser(var userId) -> company.user(userId);
        };
    }

    private static MultiValueMap<String, String> parameters(ListPeople list) {
        var parameters = new Parameters().page(list.paging()).lastMessage(list.lastMessageFrom(), list.lastMessageTo());
        list.tags().forEach(tag -> parameters.add("filter[tags]", tag));
        return parameters
                .add("filter[phone]", list.phone())
                .add("filter[email]", list.email())
                .build();
    }
}
