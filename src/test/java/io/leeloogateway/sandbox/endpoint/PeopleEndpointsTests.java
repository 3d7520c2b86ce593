package io.leeloogateway.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.sandbox.SandboxClient;
import io.leeloogateway.sandbox.SandboxTest;
import io.leeloogateway.sandbox.SeedIds;
import io.leeloogateway.sandbox.state.IdKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SandboxTest
class PeopleEndpointsTests {

    @Autowired
    SandboxClient leeloo;

    @Test
    void annaHasAllFields() {
        var anna = leeloo.get("/people/" + SeedIds.ANNA).path("data");

        assertThat(anna.path("name").asString()).isEqualTo("Anna Kovalenko");
        assertThat(anna.path("phone").asString()).isEqualTo("+12025550101");
        assertThat(anna.path("email").asString()).isEqualTo("anna.kovalenko.1@example.org");
        assertThat(anna.path("tags")).hasToString("[\"vip\",\"new\"]");
        assertThat(anna.path("accounts").size()).isEqualTo(2);
        assertThat(anna.at("/accounts/0/from").asString()).isEqualTo("TELEGRAM");
        assertThat(anna.path("subscribeHistory").size()).isEqualTo(2);
        assertThat(anna.path("custom_fields").size()).isEqualTo(2);
        assertThat(anna.path("links"))
                .hasToString("{\"contactedUsers\":[{\"type\":\"users\",\"id\":\"64a0c3f00005000000000001\"},"
                        + "{\"type\":\"users\",\"id\":\"64a0c3f00005000000000002\"}],"
                        + "\"orders\":[{\"type\":\"orders\",\"id\":\"64a0c3f0000b000000000001\"},"
                        + "{\"type\":\"orders\",\"id\":\"64a0c3f0000b000000000002\"}]}");
    }

    @Test
    void onlyRequestedPartsAreIncluded() {
        var nothing = leeloo.get("/people/" + SeedIds.ANNA);
        var orders = leeloo.get("/people/" + SeedIds.ANNA + "?include=orders");

        assertThat(nothing.path("included")).hasToString("{}");
        assertThat(orders.path("included").propertyNames()).containsExactly("orders");
    }

    @Test
    void linkedAndIncludedOrdersHaveTheSameOrder() {
        var response = leeloo.get("/people/" + SeedIds.ANNA + "?include=contactedUsers,orders");

        assertThat(response.at("/included/orders")
                        .valueStream()
                        .map(it -> it.path("id").asString()))
                .containsExactly("64a0c3f0000b000000000001", "64a0c3f0000b000000000002");
    }

    @Test
    void personOfAChannelHasNoIncludedParts() {
        var response = leeloo.get("/communication-channels/" + SeedIds.CHANNEL + "/person?include=orders");

        assertThat(response.at("/data/id").asString()).isEqualTo(SeedIds.ANNA);
        assertThat(response.path("included")).hasToString("{}");
    }

    @Test
    void missingPhonesAndEmailsAreNotDefined() {
        var people = leeloo.get("/people?limit=100").path("data").valueStream().toList();

        assertThat(people).anyMatch(it -> it.path("phone").asString().equals("NOT_DEFINED"));
        assertThat(people).anyMatch(it -> it.path("email").asString().equals("NOT_DEFINED"));
        assertThat(people)
                .noneMatch(it -> it.path("phone").isNull() || it.path("email").isNull());
    }

    @Test
    void somePhonesBelongToTwoPeople() {
        var twice = leeloo.get(
                "/people?filter[phone]=%2B493023125059".replace("[", "%5B").replace("]", "%5D"));

        assertThat(twice.path("data").valueStream().map(it -> it.path("id").asString()))
                .containsExactly(IdKind.person(59), IdKind.person(60));
    }

    @Test
    void tagFilterMatchesAllNames() {
        var both = leeloo.get("/people?limit=100&filter%5Btags%5D=vip&filter%5Btags%5D=new");
        var one = leeloo.get("/people?limit=100&filter%5Btags%5D=vip");

        assertThat(both.path("data").values())
                .isNotEmpty()
                .allMatch(it -> it.path("tags")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList()
                        .containsAll(List.of("vip", "new")));
        assertThat(both.at("/meta/totalCount").asInt())
                .isLessThan(one.at("/meta/totalCount").asInt());
    }

    @Test
    void emailFilterIsExact() {
        var response = leeloo.get("/people?filter%5Bemail%5D=anna.kovalenko.1@example.org");

        assertThat(response.at("/meta/totalCount").asInt()).isEqualTo(1);
        assertThat(response.at("/data/0/id").asString()).isEqualTo(SeedIds.ANNA);
    }

    @Test
    void lastMessageFilterIncludesTheWholeDay() {
        var range = "filter%5Blast_message%5D%5Bfrom%5D=2026-01-13&filter%5Blast_message%5D%5Bto%5D=2026-01-13";

        var people = leeloo.get("/people?" + range).path("data");
        var channels = leeloo.get("/communication-channels?" + range).path("data");

        assertThat(people.valueStream().map(it -> it.path("id").asString())).contains(SeedIds.ANNA);
        assertThat(people.values())
                .allMatch(it -> it.path("lastMessageTime").asString().startsWith("2026-01-13"));
        assertThat(channels.values())
                .isNotEmpty()
                .allMatch(it -> it.path("lastMessageTime").asString().startsWith("2026-01-13"));
    }

    @Test
    void invalidDateIsRejected() {
        var response = leeloo.get("/people?filter%5Blast_message%5D%5Bfrom%5D=yesterday");

        assertThat(response.path("error").path("fields"))
                .hasToString("{\"filter[last_message][from]\":\"NOT_VALID_DATE\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12025550101", "+1 202 555 0101", "+1-202", "", "+0123456789"})
    void phoneMustBeStrictE164(String phone) {
        var response = leeloo.put("/people/" + SeedIds.ANNA, "{\"phone\":\"" + phone + "\"}");

        assertThat(response)
                .hasToString("{\"status\":0,\"error\":{\"code\":\"FORMAT_ERROR\","
                        + "\"fields\":{\"phone\":\"NOT_VALID_PHONE_NUMBER\"}}}");
    }

    @Test
    void customFieldsAreMergedByNameAndType() {
        leeloo.put(
                "/people/" + SeedIds.ANNA,
                "{\"custom_fields\":[{\"type\":\"STRING\",\"name\":\"City\",\"value\":\"Lviv\"},"
                        + "{\"type\":\"STRING\",\"name\":\"Size\",\"value\":\"M\"}]}");

        var fields = leeloo.get("/people/" + SeedIds.ANNA).at("/data/custom_fields");

        assertThat(fields.valueStream()
                        .map(it -> it.path("name").asString() + "="
                                + it.path("value").asString()))
                .containsExactly("Second phone=+12025550199", "City=Lviv", "Size=M");
    }

    @ParameterizedTest
    @CsvSource({"add-tag,64a0c3f00003000000000003,vip new webinar", "remove-tag,64a0c3f00003000000000001,new"})
    void tagsAreWrittenByIdAndReadByName(String change, String tag, String names) {
        leeloo.put("/people/" + SeedIds.ANNA + "/" + change, "{\"tag_id\":\"" + tag + "\"}");

        var tags = leeloo.get("/people/" + SeedIds.ANNA).at("/data/tags");

        assertThat(tags.valueStream().map(JsonNode::asString)).containsExactly(names.split(" ", -1));
    }

    @Test
    void commentContainsItsPerson() {
        var response = leeloo.put("/people/" + SeedIds.ANNA + "/add-comment", "{\"comment\":\"Called back\"}");

        assertThat(response.path("data"))
                .hasToString(
                        "{\"id\":\"64a0c3f00010000000000001\",\"text\":\"Called back\",\"entity_id\":\"" + SeedIds.ANNA
                                + "\",\"entity_type\":\"PERSON\",\"created_by\":\"64a0c3f00005000000000001\","
                                + "\"company_id\":\"64a0c3f00012000000000001\",\"created_at\":\"2026-02-01T10:00:00.000Z\","
                                + "\"updated_at\":\"2026-02-01T10:00:00.000Z\"}");
    }
}
