package io.leeloogateway.compat;

import io.leeloogateway.leeloo.LeelooEndpoint;
import java.util.stream.Stream;

/** A request in Leeloo's own words. */
record LeelooCall(LeelooEndpoint endpoint, String path, String body) {

    private static final String ANNA = "64a0c3f00001000000000002";
    private static final String CHANNEL = "64a0c3f00001000000000003";
    private static final String TAG = "64a0c3f00003000000000003";
    private static final String CONNECTION = "64a0c3f00004000000000005";
    private static final String USER = "64a0c3f00005000000000001";
    private static final String TUNNEL = "64a0c3f00006000000000001";
    private static final String BLOCK = "64a0c3f00007000000000001";
    private static final String TOOL = "64a0c3f00008000000000001";
    private static final String CATEGORY = "64a0c3f00009000000000001";
    private static final String TEMPLATE = "64a0c3f0000a000000000001";
    private static final String ORDER = "64a0c3f0000b000000000001";
    private static final String OFFER = "64a0c3f0000c000000000001";
    private static final String CREDITS = "64a0c3f0000d000000000001";
    private static final String UNKNOWN = "64a0c3f0000100000000ffff";

    static Stream<LeelooCall> all() {
        return Stream.concat(reads(), changes());
    }

    static Stream<LeelooCall> reads() {
        return Stream.of(
                read(LeelooEndpoint.LIST_TEMPLATE_CATEGORIES, "/categories/templates"),
                read(LeelooEndpoint.LIST_TEMPLATES, "/categories/templates/" + CATEGORY),
                read(LeelooEndpoint.LIST_MESSAGES, "/communication-channels/" + CHANNEL + "/chat-messages?limit=2"),
                read(
                        LeelooEndpoint.LIST_CHANNELS,
                        "/communication-channels?filter%5Blast_message%5D%5Bfrom%5D=2025-01-01&limit=3&offset=1"),
                read(LeelooEndpoint.FIND_PERSON_OF_CHANNEL, "/communication-channels/" + CHANNEL + "/person"),
                read(LeelooEndpoint.LIST_CONNECTIONS, "/connections"),
                read(LeelooEndpoint.LIST_ORDERS, "/orders?limit=2&offset=1"),
                read(LeelooEndpoint.LIST_ORDERS, "/orders"),
                read(LeelooEndpoint.FIND_ORDER, "/orders/" + ORDER),
                read(LeelooEndpoint.FIND_ORDER, "/orders/" + UNKNOWN),
                read(LeelooEndpoint.LIST_PEOPLE, "/people"),
                read(LeelooEndpoint.LIST_PEOPLE, "/people?filter[tags]=vip&filter[tags]=new&limit=1"),
                read(LeelooEndpoint.LIST_PEOPLE, "/people?filter%5Bphone%5D=%2B12025550101"),
                read(LeelooEndpoint.LIST_PEOPLE, "/people?limit=many"),
                read(LeelooEndpoint.FIND_PERSON, "/people/" + ANNA),
                read(LeelooEndpoint.FIND_PERSON, "/people/" + ANNA + "?include=orders"),
                read(LeelooEndpoint.FIND_PERSON, "/people/" + ANNA + "?include=contactedUsers,orders"),
                read(LeelooEndpoint.FIND_PERSON, "/people/" + UNKNOWN),
                read(LeelooEndpoint.FIND_PERSON, "/people/no-id"),
                read(LeelooEndpoint.LIST_TAGS, "/tags"),
                read(LeelooEndpoint.LIST_TUNNELS, "/tunnels?limit=1"),
                read(LeelooEndpoint.FIND_TUNNEL, "/tunnels/" + TUNNEL + "?include=leadgentools"),
                read(LeelooEndpoint.FIND_TUNNEL, "/tunnels/" + TUNNEL),
                read(LeelooEndpoint.LIST_STATISTICS, "/tunnels/stats"),
                read(LeelooEndpoint.LIST_TUNNEL_STATISTICS, "/tunnels/" + TUNNEL + "/stats"),
                read(LeelooEndpoint.LIST_USERS, "/users"),
                read(LeelooEndpoint.FIND_USER, "/users/" + USER));
    }

    private static Stream<LeelooCall> changes() {
        return Stream.of(
                change(LeelooEndpoint.SEND_TEMPLATE, "/messages/send-template", """
                        {"account_id":"%s","template_id":"%s","variables":{"name":"Anna"}}""".formatted(CHANNEL, TEMPLATE)),
                change(LeelooEndpoint.SEND_MESSAGE, "/messages/send-message", """
                        {"account_id":"%s","text":"Hello"}""".formatted(CHANNEL)),
                change(
                        LeelooEndpoint.SUBSCRIBE,
                        "/communication-channels/" + CHANNEL + "/manual-subscribe",
                        "{\"tunnel_id\":\"%s\",\"tunnel_block_id\":\"%s\"}".formatted(TUNNEL, BLOCK)),
                change(
                        LeelooEndpoint.CREATE_TRAFFIC_SOURCE,
                        "/leadgentools/" + TOOL + "/create-traffic-source",
                        "{\"name\":\"spring\",\"description\":\"\"}"),
                change(LeelooEndpoint.CREATE_ORDER, "/orders", """
                        {"paymentCreditsId":"%s","offerId":"%s","personId":"%s","isNotifyAccount":"false",\
                        "transactionDate":"2026-01-13T08:20:37Z"}""".formatted(CREDITS, OFFER, ANNA)),
                change(LeelooEndpoint.CREATE_ORDER, "/orders", "{\"offerId\":\"%s\"}".formatted(OFFER)),
                change(LeelooEndpoint.CHANGE_ORDER, "/orders/" + ORDER, """
                        {"status":"RESOLVED","paymentDate":"2026-01-13 08:20","currency":"USD","price":"100"}"""),
                change(
                        LeelooEndpoint.CREATE_PERSON,
                        "/people",
                        "{\"name\":\"Eva\",\"phone\":\"+12025550143\",\"unknown_field\":[1,{\"a\":1.50}]}"),
                change(LeelooEndpoint.CREATE_PERSON, "/people", "{\"name\":\"Eva\",\"phone\":\"0501\"}"),
                change(LeelooEndpoint.CHANGE_PERSON, "/people/" + ANNA, "{\"email\":\"anna@example.org\"}"),
                change(LeelooEndpoint.IMPORT_PEOPLE, "/people/sms", """
                        {"data":[{"name":"Eva","email":"eva@example.org","phone":"+12025550142"}],\
                        "connection_id":"%s","tags":["%s"]}""".formatted(CONNECTION, TAG)),
                change(LeelooEndpoint.ADD_COMMENT, "/people/" + ANNA + "/add-comment", "{\"comment\":\"called\"}"),
                change(LeelooEndpoint.ADD_TAG, "/people/" + ANNA + "/add-tag", "{\"tag_id\":\"%s\"}".formatted(TAG)),
                change(
                        LeelooEndpoint.ADD_TAG,
                        "/people/" + ANNA + "/add-tag",
                        "{\"tag_id\":\"%s\"}".formatted(UNKNOWN)),
                change(
                        LeelooEndpoint.REMOVE_TAG,
                        "/people/" + ANNA + "/remove-tag",
                        "{\"tag_id\":\"%s\"}".formatted(TAG)),
                change(LeelooEndpoint.RECORD_CALL, "/calls", """
                        {"user_id":"%s","from":"+12025550100","to":"+12025550101","date":"2026-01-13T08:20:37Z",\
                        "account_id":"%s","record_link":"NOT_DEFINED","status":"SUCCESS","duration":61,\
                        "type":"INBOUND"}""".formatted(USER, CHANNEL)));
    }

    private static LeelooCall read(LeelooEndpoint endpoint, String path) {
        return new LeelooCall(endpoint, path, "");
    }

    private static LeelooCall change(LeelooEndpoint endpoint, String path, String body) {
        return new LeelooCall(endpoint, path, body);
    }

    String method() {
        return endpoint.method().name();
    }

    @Override
    public String toString() {
        return endpoint + " " + path;
    }
}
