package io.leeloogateway.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.sandbox.SandboxClient;
import io.leeloogateway.sandbox.SandboxTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.StringUtils;

@SandboxTest
class EndpointTableTests {

    /** Number, method, path, body, JSON pointer into the response, and all fields there. */
    private static final String TABLE = """
             1 | GET  | /categories/templates | '' | /data/categories/0 | id name
             2 | GET  | /categories/templates/64a0c3f00009000000000001 | '' | /data/templates/0 | id message_name
             3 | POST | /messages/send-template | {"account_id":"64a0c3f00001000000000003","template_id":"64a0c3f0000a000000000001"} | /data | ''
             4 | POST | /messages/send-message | {"account_id":"64a0c3f00001000000000003","text":"Hi"} | /data | ''
             5 | GET  | /communication-channels/64a0c3f00001000000000003/chat-messages | '' | /data/0 | id text type read createdAt updatedAt
             6 | GET  | /communication-channels | '' | /data/0 | id person_id name from botStatus lastMessageTime createdAt utmMarks
             7 | GET  | /communication-channels/64a0c3f00001000000000003/person | '' | /data | id name tags profileImage gender phone email locale accounts subscribeHistory links custom_fields created_at updated_at
             8 | POST | /communication-channels/64a0c3f00001000000000003/manual-subscribe | {"tunnel_id":"64a0c3f00006000000000001","tunnel_block_id":"64a0c3f00007000000000001"} | /data | ''
             9 | GET  | /connections | '' | /data/connections/0 | id type name
            10 | POST | /leadgentools/64a0c3f00008000000000001/create-traffic-source | {"name":"Poster","description":"In the hall"} | /data | id type name description disabled company_id leadgentool_id tunnel_id created_by hash resubscribe_button_id fb_adset_id synchronized_with_fb synchronization_error createdAt updatedAt
            11 | POST | /orders | {"paymentCreditsId":"64a0c3f0000d000000000001","offerId":"64a0c3f0000c000000000001","personId":"64a0c3f00001000000000002"} | /data | id title price currency status createdAt updatedAt
            12 | GET  | /orders | '' | /data/0 | id person_id title price currency status createdAt updatedAt
            13 | GET  | /orders/64a0c3f0000b000000000001 | '' | /data | id title price currency status createdAt updatedAt description paymentMethod
            14 | POST | /orders/64a0c3f0000b000000000001 | {"status":"RESOLVED","price":"120"} | /data | id
            15 | GET  | /people | '' | /data/0 | id name email phone tags accounts lastMessageTime createdAt
            16 | POST | /people | {"name":"Nina Nowhere"} | /data | id person_id name tags from botStatus connectionStatus gender phone email locale subscribeHistory createdAt updatedAt
            17 | PUT  | /people/64a0c3f00001000000000002 | {"email":"anna@example.com"} | /data | ''
            18 | GET  | /people/64a0c3f00001000000000002?include=contactedUsers,orders | '' | /included | users orders
            18 | GET  | /people/64a0c3f00001000000000002?include=contactedUsers,orders | '' | /included/users/0 | id name createdAt updatedAt
            18 | GET  | /people/64a0c3f00001000000000002?include=contactedUsers,orders | '' | /included/orders/0 | id title price currency status updatedAt
            18 | GET  | /people/64a0c3f00001000000000002 | '' | /data/accounts/0 | account_id connection_id connection_status from
            18 | GET  | /people/64a0c3f00001000000000002 | '' | /data/subscribeHistory/0 | tunnelName leadgentoolName trafficSource tunnelId leadgentoolId trafficSourceId accountId
            18 | GET  | /people/64a0c3f00001000000000002 | '' | /data/links | contactedUsers orders
            18 | GET  | /people/64a0c3f00001000000000002 | '' | /data/custom_fields/0 | type name value
            19 | POST | /people/sms | {"data":[{"name":"Nina","phone":"+12025550150"}],"connection_id":"64a0c3f00004000000000005"} | /data | count_to_process
            20 | PUT  | /people/64a0c3f00001000000000002/add-comment | {"comment":"Called back"} | /data | id text entity_id entity_type created_by company_id created_at updated_at
            21 | PUT  | /people/64a0c3f00001000000000002/add-tag | {"tag_id":"64a0c3f00003000000000003"} | /data | ''
            22 | PUT  | /people/64a0c3f00001000000000002/remove-tag | {"tag_id":"64a0c3f00003000000000001"} | /data | ''
            23 | GET  | /tags | '' | /data/0 | id name
            24 | GET  | /tunnels | '' | /data/0 | id name createdAt updatedAt
            25 | GET  | /tunnels/64a0c3f00006000000000001?include=leadgentools | '' | /data | id name createdAt updatedAt links
            25 | GET  | /tunnels/64a0c3f00006000000000001?include=leadgentools | '' | /linked/leadgentools/0 | id name type
            26 | GET  | /tunnels/stats | '' | /data/7 | subscribers uniqSubscribers orders sales uniqSales visits uniqVisits shows uniqShows totalSale totalExpenses
            27 | GET  | /tunnels/64a0c3f00006000000000001/stats | '' | /data/0 | subscribers uniqSubscribers orders sales uniqSales visits uniqVisits shows uniqShows totalSale totalExpenses
            28 | GET  | /users | '' | /data/0 | id name createdAt updatedAt
            29 | GET  | /users/64a0c3f00005000000000001 | '' | /data | id name createdAt updatedAt
            30 | POST | /calls | {"user_id":"64a0c3f00005000000000001","from":"+12025550101","to":"+12025550102","date":"2026-01-13T08:20:37.508Z","account_id":"64a0c3f00001000000000003","record_link":"NOT_DEFINED","status":"SUCCESS","duration":75,"type":"INBOUND"} | /data | id call_id user_id account_id provider_type from to type status billsec record_link telephone_connection_id company_id created_at updated_at next_check raw_response
            """;

    @Autowired
    SandboxClient leeloo;

    @ParameterizedTest(name = "{0}. {1} {2} {4}")
    @CsvSource(textBlock = TABLE, delimiter = '|', maxCharsPerColumn = 1_000)
    void eachEndpointReturnsItsFields(
            int number, String method, String path, String body, String pointer, String fields) {
        var response = SandboxClient.json(leeloo.call(method, path).body(body).send());

        assertThat(response.path("status").asInt()).as(response.toString()).isEqualTo(1);
        assertThat(response.at(pointer).propertyNames())
                .as("operation %d", number)
                .containsExactlyInAnyOrderElementsOf(StringUtils.commaDelimitedListToSet(fields.replace(' ', ',')));
    }

    @Test
    void tableHasAllThirtyEndpoints() {
        assertThat(TABLE.lines().map(line -> line.strip().split(" ", 2)[0]).distinct())
                .hasSize(30);
        assertThat(new EndpointTable().size()).isEqualTo(30);
    }
}
