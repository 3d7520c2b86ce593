package io.leeloogateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class OperationsTests {

    private static final String ANNA = "64a0c3f00001000000000002";
    private static final String CHANNEL = "64a0c3f00001000000000003";

    private final SandboxClient leeloo;

    @Autowired
    OperationsTests(SandboxClient leeloo) {
        this.leeloo = leeloo;
    }

    @ParameterizedTest(name = "{0}. {1} {2}")
    @MethodSource("operations")
    void eachOperationAnswersWithItsFields(
            int number, String method, String path, String body, String pointer, String fields) {
        var answer = SandboxClient.json(leeloo.call(method, path).body(body).send());

        assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(1);
        assertThat(answer.at(pointer).propertyNames()).containsExactlyInAnyOrder(names(fields));
    }

    @Test
    void theTableKnowsAllThirty() {
        assertThat(operations().map(it -> it.get()[0]).distinct()).hasSize(30);
        assertThat(new Routes().size()).isEqualTo(30);
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                get(1, "/categories/templates", "/data/categories/0", "id name"),
                get(2, "/categories/templates/64a0c3f00009000000000001", "/data/templates/0", "id message_name"),
                post(
                        3,
                        "/messages/send-template",
                        "{\"account_id\":\"" + CHANNEL
                                + "\",\"template_id\":\"64a0c3f0000a000000000001\",\"variables\":{\"name\":\"Anna\"}}",
                        "/data",
                        ""),
                post(4, "/messages/send-message", "{\"account_id\":\"" + CHANNEL + "\",\"text\":\"Hi\"}", "/data", ""),
                get(
                        5,
                        "/communication-channels/" + CHANNEL + "/chat-messages",
                        "/data/0",
                        "id text type read createdAt updatedAt"),
                get(
                        6,
                        "/communication-channels",
                        "/data/0",
                        "id person_id name from botStatus lastMessageTime createdAt utmMarks"),
                get(
                        7,
                        "/communication-channels/" + CHANNEL + "/person",
                        "/data",
                        "id name tags profileImage gender phone email locale accounts subscribeHistory links custom_fields created_at updated_at"),
                post(
                        8,
                        "/communication-channels/" + CHANNEL + "/manual-subscribe",
                        "{\"tunnel_id\":\"64a0c3f00006000000000001\",\"tunnel_block_id\":\"64a0c3f00007000000000001\"}",
                        "/data",
                        ""),
                get(9, "/connections", "/data/connections/0", "id type name"),
                post(
                        10,
                        "/leadgentools/64a0c3f00008000000000001/create-traffic-source",
                        "{\"name\":\"Poster\",\"description\":\"In the hall\"}",
                        "/data",
                        "id type name description disabled company_id leadgentool_id tunnel_id created_by hash resubscribe_button_id fb_adset_id synchronized_with_fb synchronization_error createdAt updatedAt"),
                post(
                        11,
                        "/orders",
                        "{\"paymentCreditsId\":\"64a0c3f0000d000000000001\",\"offerId\":\"64a0c3f0000c000000000001\",\"personId\":\""
                                + ANNA + "\"}",
                        "/data",
                        "id title price currency status createdAt updatedAt"),
                get(12, "/orders", "/data/0", "id person_id title price currency status createdAt updatedAt"),
                get(
                        13,
                        "/orders/64a0c3f0000b000000000001",
                        "/data",
                        "id title price currency status createdAt updatedAt description paymentMethod"),
                post(
                        14,
                        "/orders/64a0c3f0000b000000000001",
                        "{\"status\":\"RESOLVED\",\"price\":\"120\"}",
                        "/data",
                        "id"),
                get(15, "/people", "/data/0", "id name email phone tags accounts lastMessageTime createdAt"),
                post(
                        16,
                        "/people",
                        "{\"name\":\"Nina Nowhere\"}",
                        "/data",
                        "id person_id name tags from botStatus connectionStatus gender phone email locale subscribeHistory createdAt updatedAt"),
                put(17, "/people/" + ANNA, "{\"email\":\"anna@example.com\"}", "/data", ""),
                get(18, "/people/" + ANNA + "?include=contactedUsers,orders", "/included", "users orders"),
                get(
                        18,
                        "/people/" + ANNA + "?include=contactedUsers,orders",
                        "/included/users/0",
                        "id name createdAt updatedAt"),
                get(
                        18,
                        "/people/" + ANNA + "?include=contactedUsers,orders",
                        "/included/orders/0",
                        "id title price currency status updatedAt"),
                get(18, "/people/" + ANNA, "/data/accounts/0", "account_id connection_id connection_status from"),
                get(
                        18,
                        "/people/" + ANNA,
                        "/data/subscribeHistory/0",
                        "tunnelName leadgentoolName trafficSource tunnelId leadgentoolId trafficSourceId accountId"),
                get(18, "/people/" + ANNA, "/data/links", "contactedUsers orders"),
                get(18, "/people/" + ANNA, "/data/custom_fields/0", "type name value"),
                post(
                        19,
                        "/people/sms",
                        "{\"data\":[{\"name\":\"Nina\",\"phone\":\"+12025550150\"}],\"connection_id\":\"64a0c3f00004000000000005\"}",
                        "/data",
                        "count_to_process"),
                put(
                        20,
                        "/people/" + ANNA + "/add-comment",
                        "{\"comment\":\"Called back\"}",
                        "/data",
                        "id text entity_id entity_type created_by company_id created_at updated_at"),
                put(21, "/people/" + ANNA + "/add-tag", "{\"tag_id\":\"64a0c3f00003000000000003\"}", "/data", ""),
                put(22, "/people/" + ANNA + "/remove-tag", "{\"tag_id\":\"64a0c3f00003000000000001\"}", "/data", ""),
                get(23, "/tags", "/data/0", "id name"),
                get(24, "/tunnels", "/data/0", "id name createdAt updatedAt"),
                get(
                        25,
                        "/tunnels/64a0c3f00006000000000001?include=leadgentools",
                        "/data",
                        "id name createdAt updatedAt links"),
                get(
                        25,
                        "/tunnels/64a0c3f00006000000000001?include=leadgentools",
                        "/linked/leadgentools/0",
                        "id name type"),
                get(
                        26,
                        "/tunnels/stats",
                        "/data/7",
                        "subscribers uniqSubscribers orders sales uniqSales visits uniqVisits shows uniqShows totalSale totalExpenses"),
                get(
                        27,
                        "/tunnels/64a0c3f00006000000000001/stats",
                        "/data/0",
                        "subscribers uniqSubscribers orders sales uniqSales visits uniqVisits shows uniqShows totalSale totalExpenses"),
                get(28, "/users", "/data/0", "id name createdAt updatedAt"),
                get(29, "/users/64a0c3f00005000000000001", "/data", "id name createdAt updatedAt"),
                post(
                        30,
                        "/calls",
                        "{\"user_id\":\"64a0c3f00005000000000001\",\"from\":\"+12025550101\",\"to\":\"+12025550102\",\"date\":\"2026-01-13T08:20:37.508Z\",\"account_id\":\""
                                + CHANNEL
                                + "\",\"record_link\":\"NOT_DEFINED\",\"status\":\"SUCCESS\",\"duration\":75,\"type\":\"INBOUND\"}",
                        "/data",
                        "id call_id user_id account_id provider_type from to type status billsec record_link telephone_connection_id company_id created_at updated_at next_check raw_response"));
    }

    private static Arguments get(int number, String path, String pointer, String fields) {
        return Arguments.of(number, "GET", path, "", pointer, fields);
    }

    private static Arguments post(int number, String path, String body, String pointer, String fields) {
        return Arguments.of(number, "POST", path, body, pointer, fields);
    }

    private static Arguments put(int number, String path, String body, String pointer, String fields) {
        return Arguments.of(number, "PUT", path, body, pointer, fields);
    }

    private static String[] names(String fields) {
        return fields.isEmpty() ? new String[0] : fields.split(" ", -1);
    }
}
