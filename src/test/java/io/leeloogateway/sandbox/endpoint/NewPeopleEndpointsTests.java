package io.leeloogateway.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.sandbox.SandboxClient;
import io.leeloogateway.sandbox.SandboxTest;
import io.leeloogateway.sandbox.SeedIds;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class NewPeopleEndpointsTests {

    @Autowired
    SandboxClient leeloo;

    @Test
    void idOfANewPersonIsTheIdOfTheChannel() {
        var data = leeloo.post("/people", "{\"name\":\"Nina\",\"phone\":\"+12025550150\"}")
                .path("data");

        assertThat(data)
                .hasToString("{\"id\":\"64a0c3f0000100000000025b\",\"name\":\"Nina\","
                        + "\"person_id\":\"64a0c3f0000100000000025a\",\"tags\":[],\"from\":\"MANUAL\","
                        + "\"botStatus\":\"ACTIVE\",\"connectionStatus\":\"CONNECTED\",\"gender\":\"NO_DATA\","
                        + "\"phone\":\"+12025550150\",\"email\":\"NOT_DEFINED\",\"locale\":\"\",\"subscribeHistory\":[],"
                        + "\"createdAt\":\"2026-02-01T10:00:00.000Z\",\"updatedAt\":\"2026-02-01T10:00:00.000Z\"}");
    }

    @Test
    void newPersonIsFoundByIdAndByChannel() {
        var data = leeloo.post("/people", "{\"name\":\"Nina\"}").path("data");

        var person = leeloo.get("/people/" + data.path("person_id").asString()).path("data");
        var owner = leeloo.get("/communication-channels/" + data.path("id").asString() + "/person")
                .path("data");

        assertThat(person.path("name").asString()).isEqualTo("Nina");
        assertThat(owner).isEqualTo(person);
    }

    @Test
    void newPersonHasToolAndOperators() {
        var body = "{\"name\":\"Nina\",\"leadgentool_id\":\"" + SeedIds.TOOL + "\",\"connected_users_ids\":[\""
                + SeedIds.USER + "\"]}";

        var id = leeloo.post("/people", body).at("/data/person_id").asString();

        var nina = leeloo.get("/people/" + id + "?include=contactedUsers");
        assertThat(nina.at("/data/subscribeHistory/0/tunnelId").asString()).isEqualTo(SeedIds.TUNNEL);
        assertThat(nina.at("/included/users/0/id").asString()).isEqualTo(SeedIds.USER);
    }

    @Test
    void concurrentCreationsAllSucceed() {
        var ids = IntStream.range(0, 40)
                .parallel()
                .mapToObj(it -> leeloo.post("/people", "{\"name\":\"Nina\"}")
                        .at("/data/person_id")
                        .asString())
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(leeloo.get("/people?limit=1").at("/meta/totalCount").asInt()).isEqualTo(340);
    }

    @Test
    void rejectedPersonIsNotCreated() {
        leeloo.post("/people", "{\"name\":\"Nina\",\"phone\":\"12025550150\"}");
        leeloo.post("/people", "{\"name\":\"Nina\",\"leadgentool_id\":\"" + SeedIds.UNKNOWN_ID + "\"}");
        leeloo.post("/people", "{\"name\":\"Nina\",\"connected_users_ids\":[\"" + SeedIds.UNKNOWN_ID + "\"]}");

        assertThat(leeloo.get("/people?limit=1").at("/meta/totalCount").asInt()).isEqualTo(300);
    }

    @Test
    void importCreatesPeopleAndSkipsInvalidRows() {
        var response = leeloo.post(
                "/people/sms",
                "{\"data\":[{\"name\":\"Nina\",\"email\":\"nina@example.com\",\"phone\":\"+12025550150\"},"
                        + "{\"name\":\"Olga\",\"phone\":\"no phone\"}],\"connection_id\":\"64a0c3f00004000000000005\","
                        + "\"leadgentool_id\":\"" + SeedIds.TOOL + "\",\"tags\":[\"" + SeedIds.TAG_WEBINAR + "\"]}");

        var newest = leeloo.get("/people?limit=1");
        assertThat(response.path("data")).hasToString("{\"count_to_process\":2}");
        assertThat(newest.at("/meta/totalCount").asInt()).isEqualTo(301);
        assertThat(newest.at("/data/0/name").asString()).isEqualTo("Nina");
        assertThat(newest.at("/data/0/tags")).hasToString("[\"webinar\"]");
        assertThat(newest.at("/data/0/accounts/0/from").asString()).isEqualTo("SMS");
    }
}
