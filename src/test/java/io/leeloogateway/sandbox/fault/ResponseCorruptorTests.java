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

    private final SandboxClient leeloo;

    @Autowired
    ResponseCorruptorTests(SandboxClient leeloo) {
        this.leeloo = leeloo;
    }

    @Test
    void optionalValuesMayAllBeMissing() {
        var anna = faulty("not-defined", "/people/" + SeedIds.ANNA).path("data");

        for (String name : new String[] {"email", "phone", "profileImage", "gender", "locale"}) {
            assertThat(anna.path(name).asString()).isEqualTo("NOT_DEFINED");
        }
        assertThat(anna.path("name").asString()).isEqualTo("Anna Kovalenko");
    }

    @Test
    void differentPeopleMayShareAPhone() {
        var anna = "/people?filter%5Bphone%5D=%2B12025550101";

        var honest = leeloo.get(anna).path("data");
        var doubled = faulty("duplicate-phones", anna).path("data");

        assertThat(honest.size()).isEqualTo(1);
        assertThat(doubled.size()).isEqualTo(2);
        assertThat(doubled.path(1).path("id")).isNotEqualTo(doubled.path(0).path("id"));
        assertThat(doubled.path(1).path("phone").asString()).isEqualTo("+12025550101");
    }

    @Test
    void rowsMayShiftBetweenPages() {
        var first = faulty("shifting-rows", "/people?limit=10").path("data");
        var second = faulty("shifting-rows", "/people?limit=10&offset=10");

        assertThat(second.at("/data/0/id")).isEqualTo(first.at("/9/id"));
        assertThat(second.at("/data/9/id").asString()).isEqualTo(IdKind.person(19));
        assertThat(second.at("/meta/totalCount").asInt()).isEqualTo(301);
    }

    @Test
    void pagesMayBeShort() {
        var answer = faulty("short-pages", "/people?limit=10");

        assertThat(answer.path("data").size()).isEqualTo(5);
        assertThat(answer.path("meta"))
                .hasToString("{\"limit\":10,\"offset\":0,\"filteredCount\":5,\"totalCount\":300}");
    }

    @Test
    void limitsMayBeClamped() {
        var answer = faulty("clamped-limit", "/people?limit=50");

        assertThat(answer.path("data").size()).isEqualTo(10);
        assertThat(answer.at("/meta/limit").asInt()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"lying-total,1", "lying-total=5607,5607"})
    void totalsMayLie(String fault, int total) {
        var answer = faulty(fault, "/people");

        assertThat(answer.path("data").size()).isEqualTo(20);
        assertThat(answer.at("/meta/totalCount").asInt()).isEqualTo(total);
    }

    @Test
    void toolsMayBeIncluded() {
        var answer = faulty("included", "/tunnels/" + SeedIds.TUNNEL + "?include=leadgentools");

        assertThat(answer.propertyNames()).containsExactlyInAnyOrder("data", "included", "status");
        assertThat(answer.at("/included/leadgentools/0/id").asString()).isEqualTo(SeedIds.TOOL);
    }

    @ParameterizedTest
    @CsvSource({
        "/people/64a0c3f00001000000000002,/data/createdAt,/data/created_at",
        "/people/64a0c3f00001000000000002,/data/updatedAt,/data/updated_at",
        "/orders,/data/0/created_at,/data/0/createdAt",
        "/users,/data/0/updated_at,/data/0/updatedAt"
    })
    void datesMayBeSpeltTheOtherWay(String path, String there, String gone) {
        var answer = faulty("other-dates", path);

        assertThat(answer.at(there).asString()).startsWith("20");
        assertThat(answer.at(gone).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/orders/64a0c3f0000b000000000001,/data/price,100", "/tunnels/stats,/data/7/totalExpenses,1350.0"})
    void moneyMayBeText(String path, String pointer, String money) {
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
    void enumsAreOpen(String path, String pointer) {
        var answer = faulty("unknown-enum", path);

        assertThat(answer.at(pointer).asString()).isEqualTo("BRAND_NEW");
        assertThat(answer.path("status").asInt()).isEqualTo(1);
    }

    @Test
    void unknownFieldsMayStandEverywhere() {
        var answer = faulty("unknown-fields", "/people?limit=1");

        assertThat(answer.at("/brandNew/since").asInt()).isEqualTo(2027);
        assertThat(answer.at("/meta/brandNew/since").asInt()).isEqualTo(2027);
        assertThat(answer.at("/data/0/accounts/0/brandNew/since").asInt()).isEqualTo(2027);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags", "/people", "/people/64a0c3f00001000000000002", "/connections"})
    void dataMayHaveAnotherShape(String path) {
        assertThat(faulty("wrong-shape", path).path("data").isString()).isTrue();
    }

    @Test
    void aFaultLeavesTheStateAlone() {
        var before = leeloo.get("/people/" + SeedIds.ANNA);
        faulty("not-defined", "/people/" + SeedIds.ANNA);
        faulty("unknown-enum", "/people/" + SeedIds.ANNA);

        assertThat(leeloo.get("/people/" + SeedIds.ANNA)).isEqualTo(before);
    }

    private JsonNode faulty(String fault, String path) {
        return SandboxClient.json(leeloo.call("GET", path).fault(fault).send());
    }
}
