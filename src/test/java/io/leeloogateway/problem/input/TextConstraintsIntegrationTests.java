package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/** Lengths count characters, and a required text has a visible character. */
@GatewayTest
class TextConstraintsIntegrationTests {

    private GatewayClient gateway;

    @BeforeEach
    void connect(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
    }

    @ParameterizedTest
    @CsvSource({"😀, 255, 201", "😀, 256, 400", "a, 255, 201", "a, 256, 400", "ї, 256, 400"})
    void lengthOfANameCountsCharacters(String character, int count, int status) {
        var response = create(character.repeat(count));

        assertThat(response.status()).isEqualTo(status);
        if (status == 400) {
            assertThat(response.body()).contains("\"field\":\"name\"", "\"code\":\"length\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\u00A0",
                "\u200B",
                "\u200D\uFEFF",
                "\u00AD",
                "\u202E\u202C",
                "\u2066\u2069",
                "\u0301",
                "\u115F",
                "\u3164",
                "\uFFA0",
                "\u2800",
                "\u2028",
                "\uE000",
                "\uDB40\uDC41"
            })
    void nameOfInvisibleCharactersIsBlank(String name) {
        var response = create(name);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("\"field\":\"name\"", "\"code\":\"required\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍🚀", "e\u0301", "אֵ", "ㅤa", ".", "한"})
    void nameWithAVisibleCharacterIsAccepted(String name) {
        assertThat(create(name).status()).isEqualTo(201);
    }

    /** Hibernate's validator throws an exception for the first and encodes each label of the second. */
    @ParameterizedTest
    @CsvSource({"ж, 5000", "ж., 20000", "😀, 253"})
    void tooLongEmailIsNamed(String text, int count) {
        var email = "a@" + text.repeat(count) + "ж";

        var response = gateway.send(
                "POST",
                "/api/v1/people",
                "{\"name\": \"Eva\", \"email\": \"" + email + "\"}",
                "Content-Type",
                "application/json");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("\"field\":\"email\"", "\"code\":\"length\"");
    }

    private GatewayResponse create(String name) {
        return gateway.send(
                "POST", "/api/v1/people", "{\"name\": \"" + name + "\"}", "Content-Type", "application/json");
    }
}
