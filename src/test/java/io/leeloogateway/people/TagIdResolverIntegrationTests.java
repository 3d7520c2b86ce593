package io.leeloogateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests people without the ids of their tags. */
@GatewayTest
class TagIdResolverIntegrationTests {

    private static final String ANNA = "/api/v1/people/64a0c3f00001000000000002";

    @Autowired
    private RestTestClient client;

    @Autowired
    private JdbcClient database;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Test
    void personIsReturnedWithoutTagIdsWhenTagsAreNotCached() {
        read(ANNA, "no-cache");
        database.sql("truncate cached_tags").update();

        var person = read(ANNA, "only-if-cached");

        assertThat(person.at("/tags/0/name").asString()).isEqualTo("vip");
        assertThat(person.at("/tags/0/id").isNull()).isTrue();
        assertThat(person.path("incomplete").toString()).isEqualTo("[\"tags\"]");
    }

    @Test
    void listIsReturnedWithoutTagIdsWhenTagsAreNotCached() {
        read("/api/v1/people?tag=vip&limit=1", "no-cache");
        database.sql("truncate cached_tags").update();

        var people = read("/api/v1/people?tag=vip&limit=1", "only-if-cached");

        assertThat(people.at("/items/0/tags/0/id").isNull()).isTrue();
        assertThat(people.at("/items/0/incomplete").toString()).isEqualTo("[\"tags\"]");
    }

    private JsonNode read(String path, String cacheControl) {
        var response = client.get()
                .uri(path)
                .header("Authorization", "Bearer " + demoKey)
                .header("Cache-Control", cacheControl)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class);
        return JsonMapper.shared().readTree(Objects.requireNonNull(response.getResponseBody()));
    }
}
