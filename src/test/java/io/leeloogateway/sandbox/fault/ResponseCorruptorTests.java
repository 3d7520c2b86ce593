package io.leeloogateway.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.sandbox.SandboxClient;
import io.leeloogateway.sandbox.SandboxTest;
import io.leeloogateway.sandbox.SeedIds;
import io.leeloogateway.sandbox.state.IdKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SandboxTest
class ResponseCorruptorTests {

    @Autowired
    SandboxClient leeloo;

    @Test
    void optionalValuesAreNotDefined() {
        var anna = faulty("not-defined", "/people/" + SeedIds.ANNA).path("data");

        for (String name : new String[] {"email", "phone", "profileImage", "gender", "locale"}) {
            assertThat(anna.path(name).asString()).isEqualTo("NOT_DEFINED");
        }
        assertThat(anna.path("name").asString()).isEqualTo("Anna Kovalenko");
    }

    @Test
    void differentPeopleShareAPhone() {
        var anna = "/people?filter%5Bphone%5D=%2B12025550101";

        var honest = leeloo.get(anna).path("data");
        var doubled = faulty("duplicate-phones", anna).path("data");

        assertThat(honest.size()).isEqualTo(1);
        assertThat(doubled.size()).isEqualTo(2);
        assertThat(doubled.path(1).path("id")).isNotEqualTo(doubled.path(0).path("id"));
        assertThat(doubled.path(1).path("phone").asString()).isEqualTo("+12025550101");
    }

    @Test
    void rowsShiftBetweenPages() {
        var first = faulty("shifting-rows", "/people?limit=10").path("data");
        var second = faulty("shifting-rows", "/people?limit=10&offset=10");

        assertThat(second.at("/data/0/id")).isEqualTo(first.at("/9/id"));
        assertThat(second.at("/data/9/id").asString()).isEqualTo(IdKind.person(19));
        assertThat(second.at("/meta/totalCount").asInt()).isEqualTo(301);
    }

    @Test
    void pagesAreShort() {
        var response = faulty("short-pages", "/people?limit=10");

        assertThat(response.path("data").size()).isEqualTo(5);
        assertThat(response.path("meta"))
                .hasToString("{\"limit\":10,\"offset\":0,\"filteredCount\":5,\"totalCount\":300}");
    }

    @Test
    void limitIsClamped() {
        var response = faulty("clamped-limit", "/people?limit=50");

        assertThat(response.path("data").size()).isEqualTo(10);
        assertThat(response.at("/meta/limit").asInt()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"lying-total,1", "lying-total=5607,5607"})
    void totalIsWrong(String fault, int total) {
        var response = faulty(fault, "/people");

        assertThat(response.path("data").size()).isEqualTo(20);
        assertThat(response.at("/meta/totalCount").asInt()).isEqualTo(total);
    }

    @Test
    void toolsAreInIncluded() {
        var response = faulty("included", "/tunnels/" + SeedIds.TUNNEL + "?include=leadgentools");

        assertThat(response.propertyNames()).containsExactlyInAnyOrder("data", "included", "status");
        assertThat(response.at("/included/leadgentools/0/id").asString()).isEqualTo(SeedIds.TOOL);
    }

    @ParameterizedTest
    @CsvSource({
        "/people/64a0c3f00001000000000002,/data/createdAt,/data/created_at",
        "/people/64a0c3f00001000000000002,/data/updatedAt,/data/updated_at",
        "/orders,/data/0/created_at,/data/0/createdAt",
        "/users,/data/0/updated_at,/data/0/updatedAt"
    })
    void dateFieldsHaveTheOtherSpelling(String path, String there, String gone) {
        var response = faulty("other-dates", path);

        assertThat(response.at(there).asString()).startsWith("20");
        assertThat(response.at(gone).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/orders/64a0c3f0000b000000000001,/data/price,100", "/tunnels/stats,/data/7/totalExpenses,1350.0"})
    void pricesAreStrings(String path, String pointer, String money) {
        var price = faulty("string-prices", path).at(pointer);

        assertThat(price.isString()).isTrue();
        assertThat(price.asString()).isEqualTo(money);
    }

    @ParameterizedTest
    @CsvSource({
        "/orders,/data/0/status",
        "/orders,/data/0/currency",
        "/people,/data/0/accounts/0/from",
        "/people/64a0c3f00001000000000002,/data/gender",
        "/communication-channels/64a0c3f00001000000000003/chat-messages,/data/0/type",
        "/connections,/data/connections/0/type"
    })
    void enumValuesAreUnknown(String path, String pointer) {
        var response = faulty("unknown-enum", path);

        assertThat(response.at(pointer).asString()).isEqualTo("BRAND_NEW");
        assertThat(response.path("status").asInt()).isEqualTo(1);
    }

    @Test
    void unknownFieldsAreInEveryObject() {
        var response = faulty("unknown-fields", "/people?limit=1");

        assertThat(response.at("/brandNew/since").asInt()).isEqualTo(2027);
        assertThat(response.at("/meta/brandNew/since").asInt()).isEqualTo(2027);
        assertThat(response.at("/data/0/accounts/0/brandNew/since").asInt()).isEqualTo(2027);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags", "/people", "/people/64a0c3f00001000000000002", "/connections"})
    void dataHasAnotherShape(String path) {
        assertThat(faulty("wrong-shape", path).path("data").isString()).isTrue();
    }

    @Test
    void corruptionDoesNotChangeTheState() {
        var before = leeloo.get("/people/" + SeedIds.ANNA);
        faulty("not-defined", "/people/" + SeedIds.ANNA);
        faulty("unknown-enum", "/people/" + SeedIds.ANNA);

        assertThat(leeloo.get("/people/" + SeedIds.ANNA)).isEqualTo(before);
    }

    private JsonNode faulty(String fault, String path) {
        return SandboxClient.json(leeloo.call("GET", path).fault(fault).send());
    }
}
