package io.leeloogateway.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.sandbox.SandboxClient;
import io.leeloogateway.sandbox.SandboxTest;
import io.leeloogateway.sandbox.SeedIds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class ListPageTests {

    @Autowired
    SandboxClient leeloo;

    @Test
    void defaultLimitIsTwenty() {
        var response = leeloo.get("/people");

        assertThat(response.path("data").size()).isEqualTo(20);
        assertThat(response.path("meta"))
                .hasToString("{\"limit\":20,\"offset\":0,\"filteredCount\":20,\"totalCount\":300}");
    }

    @Test
    void maximumLimitIsOneHundred() {
        var meta = leeloo.get("/people?limit=5000").path("meta");

        assertThat(meta.path("limit").asInt()).isEqualTo(100);
        assertThat(meta.path("filteredCount").asInt()).isEqualTo(100);
    }

    @Test
    void lastPageIsShort() {
        var response = leeloo.get("/orders?limit=30&offset=190");

        assertThat(response.path("data").size()).isEqualTo(10);
        assertThat(response.path("meta"))
                .hasToString("{\"limit\":30,\"offset\":190,\"filteredCount\":10,\"totalCount\":200}");
    }

    @Test
    void limitThatIsNoNumberIsRejected() {
        var response = leeloo.get("/users?limit=all");

        assertThat(response.at("/error/fields/limit").asString()).isEqualTo("NOT_VALID_NUMBER");
    }

    @Test
    void newRowsAreFirst() {
        var id = leeloo.post("/people", "{\"name\":\"Nina Nowhere\"}")
                .at("/data/person_id")
                .asString();

        var response = leeloo.get("/people?limit=2");

        assertThat(response.path("data").valueStream().map(it -> it.path("id").asString()))
                .containsExactly(id, SeedIds.ANNA);
        assertThat(response.at("/meta/totalCount").asInt()).isEqualTo(301);
    }
}
