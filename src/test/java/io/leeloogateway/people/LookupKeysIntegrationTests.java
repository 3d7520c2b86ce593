package io.leeloogateway.people;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests the columns and documents of cached people. */
@GatewayTest
class LookupKeysIntegrationTests {

    @Autowired
    JdbcClient database;

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @Test
    void notDefinedIsNullInColumnsAndUnchangedInTheDocument() {
        gateway.get(PERSON, "X-Sandbox-Fault", "not-defined");

        var row = row();
        assertThat(row.get("email")).isNull();
        assertThat(row.get("phone")).isNull();
        assertThat(document(row)).contains("\"email\":\"NOT_DEFINED\"", "\"phone\":\"NOT_DEFINED\"");
    }

    @Test
    void storedDocumentEqualsTheResponseOfLeeloo() {
        gateway.get(PERSON);

        assertThat(document(row()))
                .isEqualTo(gateway.sendToLeeloo("GET", "/people/" + ANNA + "?include=contactedUsers,orders", "")
                        .body());
    }

    @Test
    void phonesAndEmailsAreNormalised() {
        gateway.sendToLeeloo("PUT", "/people/" + ANNA, "{\"email\":\"Anna.Big@Example.ORG\"}");
        gateway.get(PERSON);

        assertThat(row()).containsEntry("phone", "12025550101").containsEntry("email", "anna.big@example.org");
    }

    @Test
    void nameWithNulIsStored() {
        var id = gateway.sendToLeeloo("POST", "/people", "{\"name\":\"An\\u0000na\"}")
                .json()
                .at("/data/person_id")
                .asString();

        assertThat(gateway.get("/api/v1/people/" + id).json().path("name").asString())
                .isEqualTo("An\u0000na");
        assertThat(gateway.get("/api/v1/people/" + id).cacheStatus()).isEqualTo("hit");
        assertThat(gateway.get("/api/v1/people?limit=5").status()).isEqualTo(200);
    }

    @Test
    void responseThatCannotBeStoredIsReturned() {
        var email = "refused@example.org";
        gateway.sendToLeeloo("PUT", "/people/" + ANNA, "{\"email\":\"%s\"}".formatted(email));
        database.sql("alter table cached_people add constraint refused check (email <> '%s') not valid"
                        .formatted(email))
                .update();
        try {
            var response = gateway.get(PERSON);

            assertThat(response.json().path("email").asString()).isEqualTo(email);
            assertThat(response.cacheStatus()).isEqualTo("fwd=miss");
        } finally {
            database.sql("alter table cached_people drop constraint refused").update();
        }
    }

    @Test
    void tagWithACommaIsNotTwoTags() {
        gateway.get("/api/v1/people?tag=vip&tag=new");

        assertThat(gateway.get("/api/v1/people?tag=vip,%20new").cacheStatus()).startsWith("fwd=miss");
    }

    private Map<String, @Nullable Object> row() {
        return database.sql("select * from cached_people where id = ?")
                .param(ANNA)
                .query()
                .singleRow();
    }

    private static String document(Map<String, @Nullable Object> row) {
        return new String((byte[]) Objects.requireNonNull(row.get("document")), StandardCharsets.UTF_8);
    }
}
