package io.leeloogateway.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.sandbox.SandboxClient;
import io.leeloogateway.sandbox.SandboxTest;
import io.leeloogateway.sandbox.SeedIds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class ListPageTests {

    private final SandboxClient leeloo;

    @Autowired
    ListPageTests(SandboxClient leeloo) {
        this.leeloo = leeloo;
    }

    @Test
    void twentyRowsComeUnlessAskedOtherwise() {
        var answer = leeloo.get("/people");

        assertThat(answer.path("data").size()).isEqualTo(20);
        assertThat(answer.path("meta"))
                .hasToString("{\"limit\":20,\"offset\":0,\"filteredCount\":20,\"totalCount\":300}");
    }

    @Test
    void moreThanAHundredRowsAreNotGiven() {
        var meta = leeloo.get("/people?limit=5000").path("meta");

        assertThat(meta.path("limit").asInt()).isEqualTo(100);
        assertThat(meta.path("filteredCount").asInt()).isEqualTo(100);
    }

    @Test
    void theLastPageIsShort() {
        var answer = leeloo.get("/orders?limit=30&offset=190");

        assertThat(answer.path("data").size()).isEqualTo(10);
        assertThat(answer.path("meta"))
                .hasToString("{\"limit\":30,\"offset\":190,\"filteredCount\":10,\"totalCount\":200}");
    }

    @Test
    void limitsThatAreNoNumbersAreRefused() {
        var answer = leeloo.get("/users?limit=all");

        assertThat(answer.at("/error/fields/limit").asString()).isEqualTo("NOT_VALID_NUMBER");
    }

    @Test
    void newRowsComeInFront() {
        var id = leeloo.post("/people", "{\"name\":\"Nina Nowhere\"}")
                .at("/data/person_id")
                .asString();

        var answer = leeloo.get("/people?limit=2");

        assertThat(answer.path("data").valueStream().map(it -> it.path("id").asString()))
                .containsExactly(id, SeedIds.ANNA);
        assertThat(answer.at("/meta/totalCount").asInt()).isEqualTo(301);
    }
}
