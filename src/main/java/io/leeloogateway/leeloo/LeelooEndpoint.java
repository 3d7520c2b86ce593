package io.leeloogateway.leeloo;

import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;

/** The 30 endpoints of Leeloo API v2, in the order of Leeloo's documentation. */
public enum LeelooEndpoint {
    LIST_TEMPLATE_CATEGORIES(RequestMethod.GET, "/categories/templates", "templates.listCategories"),
    LIST_TEMPLATES(RequestMethod.GET, "/categories/templates/{categoryId}", "templates.list"),
    SEND_TEMPLATE(RequestMethod.POST, "/messages/send-template", "messages.sendTemplate"),
    SEND_MESSAGE(RequestMethod.POST, "/messages/send-message", "messages.send"),
    LIST_MESSAGES(RequestMethod.GET, "/communication-channels/{channelId}/chat-messages", "messages.list"),
    LIST_CHANNELS(RequestMethod.GET, "/communication-channels", "channels.list"),
    FIND_PERSON_OF_CHANNEL(RequestMethod.GET, "/communication-channels/{channelId}/person", "people.findByChannel"),
    SUBSCRIBE(RequestMethod.POST, "/communication-channels/{channelId}/manual-subscribe", "channels.subscribe"),
    LIST_CONNECTIONS(RequestMethod.GET, "/connections", "channels.listConnections"),
    CREATE_TRAFFIC_SOURCE(
            RequestMethod.POST, "/leadgentools/{toolId}/create-traffic-source", "tunnels.createTrafficSource"),
    CREATE_ORDER(RequestMethod.POST, "/orders", "orders.create"),
    LIST_ORDERS(RequestMethod.GET, "/orders", "orders.list"),
    FIND_ORDER(RequestMethod.GET, "/orders/{orderId}", "orders.find"),
    CHANGE_ORDER(RequestMethod.POST, "/orders/{orderId}", "orders.change"),
    LIST_PEOPLE(RequestMethod.GET, "/people", "people.list"),
    CREATE_PERSON(RequestMethod.POST, "/people", "people.create"),
    CHANGE_PERSON(RequestMethod.PUT, "/people/{personId}", "people.change"),
    FIND_PERSON(RequestMethod.GET, "/people/{personId}", "people.find"),
    IMPORT_PEOPLE(RequestMethod.POST, "/people/sms", "people.import"),
    ADD_COMMENT(RequestMethod.PUT, "/people/{personId}/add-comment", "people.addComment"),
    ADD_TAG(RequestMethod.PUT, "/people/{personId}/add-tag", "people.addTag"),
    REMOVE_TAG(RequestMethod.PUT, "/people/{personId}/remove-tag", "people.removeTag"),
    LIST_TAGS(RequestMethod.GET, "/tags", "tags.list"),
    LIST_TUNNELS(RequestMethod.GET, "/tunnels", "tunnels.list"),
    FIND_TUNNEL(RequestMethod.GET, "/tunnels/{tunnelId}", "tunnels.find"),
    LIST_STATISTICS(RequestMethod.GET, "/tunnels/stats", "tunnels.listStatistics"),
    LIST_TUNNEL_STATISTICS(RequestMethod.GET, "/tunnels/{tunnelId}/stats", "tunnels.findStatistics"),
    LIST_USERS(RequestMethod.GET, "/users", "users.list"),
    FIND_USER(RequestMethod.GET, "/users/{userId}", "users.find"),
    RECORD_CALL(RequestMethod.POST, "/calls", "calls.record");

    private final RequestMethod method;
    private final String path;
    private final String action;

    LeelooEndpoint(RequestMethod method, String path, String action) {
        this.method = method;
        this.path = path;
        this.action = action;
    }

    public HttpMethod method() {
        return method.asHttpMethod();
    }

    /** The path below Leeloo's base URL, with at most one variable. */
    public String path() {
        return path;
    }

    /** The action of the gateway's route that uses this endpoint: {@code people.addTag}. */
    public String action() {
        return action;
    }

    /** Whether the endpoint only reads. */
    public boolean isRead() {
        return method == RequestMethod.GET;
    }
}
