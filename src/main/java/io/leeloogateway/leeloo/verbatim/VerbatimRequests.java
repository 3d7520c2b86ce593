package io.leeloogateway.leeloo.verbatim;

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
import io.leeloogateway.leeloo.wire.QueryRequests;
import io.leeloogateway.request.OffsetPageRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads requests in Leeloo's own words: the reverse of {@link QueryRequests}. */
public final class VerbatimRequests {

    private VerbatimRequests() {}

    /** The query of a request. With the gateway's own parameters it is the gateway's own query and shares its cache entry. */
    public static Query<?> read(LeelooEndpoint endpoint, String pathId, Map<String, List<String>> parameters) {
        var plain = plain(endpoint, pathId, new Parameters(parameters));
        return QueryRequests.of(plain).parameters().equals(parameters) ? plain : new VerbatimQuery<>(plain, parameters);
    }

    private static Query<?> plain(LeelooEndpoint endpoint, String id, Parameters parameters) {
        return switch (endpoint) {
            case LIST_TEMPLATE_CATEGORIES -> new ListTemplateCategories();
            case LIST_TEMPLATES -> new ListTemplates(id);
            case LIST_MESSAGES -> new ListMessages(id, parameters.page());
            case LIST_CHANNELS ->
                new ListChannels(parameters.lastMessage("from"), parameters.lastMessage("to"), parameters.page());
            case FIND_PERSON_OF_CHANNEL -> new FindPersonOfChannel(id);
            case LIST_CONNECTIONS -> new ListConnections();
            case LIST_ORDERS -> new ListOrders(parameters.page());
            case FIND_ORDER -> new FindOrder(id);
            case LIST_PEOPLE -> parameters.people();
            case FIND_PERSON -> new FindPerson(id);
            case LIST_TAGS -> new ListTags();
            case LIST_TUNNELS -> new ListTunnels(parameters.page());
            case FIND_TUNNEL -> new FindTunnel(id);
            case LIST_STATISTICS -> new ListStatistics();
            case LIST_TUNNEL_STATISTICS -> new ListTunnelStatistics(id);
            case LIST_USERS -> new ListUsers(parameters.page());
            case FIND_USER -> new FindUser(id);
            case SEND_TEMPLATE, SEND_MESSAGE, SUBSCRIBE, CREATE_TRAFFIC_SOURCE, CREATE_ORDER, CHANGE_ORDER ->
                throw notRead(endpoint);
            case CREATE_PERSON, CHANGE_PERSON, IMPORT_PEOPLE, ADD_COMMENT, ADD_TAG, REMOVE_TAG, RECORD_CALL ->
                throw notRead(endpoint);
        };
    }

    private static IllegalArgumentException notRead(LeelooEndpoint endpoint) {
        return new IllegalArgumentException(endpoint + " is a change");
    }

    /** Query parameters; unreadable numbers are absent, and Leeloo decides about them. */
    private record Parameters(Map<String, List<String>> values) {

        OffsetPageRequest page() {
            return new OffsetPageRequest(number("limit"), number("offset"));
        }

        @Nullable
        String lastMessage(String bound) {
            return first("filter[last_message][%s]".formatted(bound));
        }

        ListPeople people() {
            return new ListPeople(
                    values.getOrDefault("filter[tags]", List.of()),
                    first("filter[phone]"),
                    first("filter[email]"),
                    lastMessage("from"),
                    lastMessage("to"),
                    page());
        }

        private @Nullable Integer number(String name) {
            var text = first(name);
            return text == null || !text.matches("[0-9]{1,9}") ? null : Integer.valueOf(text);
        }

        private @Nullable String first(String name) {
            var given = values.get(name);
            return given == null ? null : given.getFirst();
        }
    }
}
