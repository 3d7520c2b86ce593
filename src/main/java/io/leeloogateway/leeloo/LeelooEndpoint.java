package io.leeloogateway.leeloo;

import org.springframework.http.HttpMethod;

/** The 30 endpoints of Leeloo API v2, in the order of Leeloo's documentation. */
public enum LeelooEndpoint {
    LIST_TEMPLATE_CATEGORIES(HttpMethod.GET, "/categories/templates", "templates.listCategories"),
    LIST_TEMPLATES(HttpMethod.GET, "/categories/templates/{categoryId}", "templates.list"),
    SEND_TEMPLATE(HttpMethod.POST, "/messages/send-template", "messages.sendTemplate"),
    SEND_MESSAGE(HttpMethod.POST, "/messages/send-message", "messages.send"),
    LIST_MESSAGES(HttpMethod.GET, "/communication-channels/{channelId}/chat-messages", "messages.list"),
    LIST_CHANNELS(HttpMethod.GET, "/communication-channels", "channels.list"),
    FIND_PERSON_OF_CHANNEL(HttpMethod.GET, "/communication-channels/{channelId}/person", "people.findByChannel"),
    SUBSCRIBE(HttpMethod.POST, "/communication-channels/{channelId}/manual-subscribe", "channels.subscribe"),
    LIST_CONNECTIONS(HttpMethod.GET, "/connections", "channels.listConnections"),
    CREATE_TRAFFIC_SOURCE(
            HttpMethod.POST, "/leadgentools/{toolId}/create-traffic-source", "tunnels.createTrafficSource"),
    CREATE_ORDER(HttpMethod.POST, "/orders", "orders.create"),
    LIST_ORDERS(HttpMethod.GET, "/orders", "orders.list"),
    FIND_ORDER(HttpMethod.GET, "/orders/{orderId}", "orders.find"),
    CHANGE_ORDER(HttpMethod.POST, "/orders/{orderId}", "orders.change"),
    LIST_PEOPLE(HttpMethod.GET, "/people", "people.list"),
    CREATE_PERSON(HttpMethod.POST, "/people", "people.create"),
    CHANGE_PERSON(HttpMethod.PUT, "/people/{personId}", "people.change"),
    FIND_PERSON(HttpMethod.GET, "/people/{personId}", "people.find"),
    IMPORT_PEOPLE(HttpMethod.POST, "/people/sms", "people.import"),
    ADD_COMMENT(HttpMethod.PUT, "/people/{personId}/add-comment", "people.addComment"),
    ADD_TAG(HttpMethod.PUT, "/people/{personId}/add-tag", "people.addTag"),
    REMOVE_TAG(HttpMethod.PUT, "/people/{personId}/remove-tag", "people.removeTag"),
    LIST_TAGS(HttpMethod.GET, "/tags", "tags.list"),
    LIST_TUNNELS(HttpMethod.GET, "/tunnels", "tunnels.list"),
    FIND_TUNNEL(HttpMethod.GET, "/tunnels/{tunnelId}", "tunnels.find"),
    LIST_STATISTICS(HttpMethod.GET, "/tunnels/stats", "tunnels.listStatistics"),
    LIST_TUNNEL_STATISTICS(HttpMethod.GET, "/tunnels/{tunnelId}/stats", "tunnels.findStatistics"),
    LIST_USERS(HttpMethod.GET, "/users", "users.list"),
    FIND_USER(HttpMethod.GET, "/users/{userId}", "users.find"),
    RECORD_CALL(HttpMethod.POST, "/calls", "calls.record");

    private final HttpMethod method;
    private final String path;
    private final String action;

    LeelooEndpoint(HttpMethod method, String path, String action) {
        this.method = method;
        this.path = path;
        this.action = action;
    }

    public HttpMethod method() {
        return method;
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
        return method.equals(HttpMethod.GET);
    }
}
