package io.leeloogateway.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.sandbox.SandboxClient;
import io.leeloogateway.sandbox.SandboxTest;
import io.leeloogateway.sandbox.SeedIds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SandboxTest
class BodyParserTests {

    @Autowired
    SandboxClient leeloo;

    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void formIsReadWithPut() {
        leeloo.call("PUT", "/people/" + SeedIds.ANNA)
                .body(
                        FORM,
                        "phone=%2B12025550177&custom_fields[0][type]=STRING&custom_fields[0][name]=City&custom_fields%5B0%5D%5Bvalue%5D=Lviv")
                .send();

        var anna = leeloo.get("/people/" + SeedIds.ANNA).path("data");
        assertThat(anna.path("phone").asString()).isEqualTo("+12025550177");
        assertThat(anna.path("custom_fields")
                        .valueStream()
                        .map(it -> it.path("value").asString()))
                .containsExactly("+12025550199", "Lviv");
    }

    @Test
    void queryParametersAreNotFormFields() {
        var path = "/leeloo/api/v2/people/" + SeedIds.ANNA + "?authToken=sandbox-token&phone=%2B12025550166";

        leeloo.withoutToken("PUT", path).body(FORM, "email=anna%40example.net").send();

        var anna = leeloo.get("/people/" + SeedIds.ANNA).path("data");
        assertThat(anna.path("email").asString()).isEqualTo("anna@example.net");
        assertThat(anna.path("phone").asString()).isEqualTo("+12025550101");
    }

    @Test
    void repeatedFormNamesAreAList() {
        var users = "connected_users_ids=64a0c3f00005000000000003&connected_users_ids=64a0c3f00005000000000004";

        var id = SandboxClient.json(leeloo.call("POST", "/people")
                        .body(FORM, "name=Nina&" + users)
                        .send())
                .at("/data/person_id")
                .asString();

        assertThat(leeloo.get("/people/" + id).at("/data/links/contactedUsers").size())
                .isEqualTo(2);
    }

    @Test
    void emptyBracketsInAFormAreAList() {
        var body = "data[0][name]=Nina&data[0][phone]=%2B12025550150&data[1][name]=Olga&data[1][phone]=%2B12025550151"
                + "&connection_id=" + SeedIds.CONNECTION + "&tags[]=" + SeedIds.TAG_VIP + "&tags[]="
                + SeedIds.TAG_WEBINAR;

        var response = SandboxClient.json(
                leeloo.call("POST", "/people/sms").body(FORM, body).send());

        assertThat(response.at("/data/count_to_process").asInt()).isEqualTo(2);
        assertThat(leeloo.get("/people?limit=1").at("/data/0/tags")).hasToString("[\"vip\",\"webinar\"]");
    }

    @Test
    void multipartIsReadWithPostAndPut() {
        var tag = multipart("PUT", "/people/" + SeedIds.ANNA + "/add-tag", "tag_id", SeedIds.TAG_WEBINAR);
        var person = multipart("POST", "/people", "name", "Ніна");

        assertThat(tag.path("status").asInt()).isEqualTo(1);
        assertThat(person.at("/data/name").asString()).isEqualTo("Ніна");
        assertThat(leeloo.get("/people/" + SeedIds.ANNA).at("/data/tags")).hasToString("[\"vip\",\"new\",\"webinar\"]");
    }

    private JsonNode multipart(String method, String path, String name, String value) {
        var body = "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                + "\r\n--limit--\r\n";
        return SandboxClient.json(leeloo.call(method, path)
                .body("multipart/form-data; boundary=limit", body)
                .send());
    }
}
