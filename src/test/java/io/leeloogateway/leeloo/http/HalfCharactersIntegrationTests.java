package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.leeloo.model.SampleIds;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One char of Leeloo's text is one byte. */
class HalfCharactersIntegrationTests extends RawLeelooGateway {

    private static final String PERSON = "/api/v1/people/" + SampleIds.ANNA;

    @LocalServerPort
    private int port;

    @Value("${gateway.access.demo-key}")
    private String key;

    private GatewayClient gateway;

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("first half", "a\\ud83d", "a�"),
                Arguments.of("first half before a character", "\\uD83Da", "�a"),
                Arguments.of("second half", "\\ude00a", "�a"),
                Arguments.of("first half twice", "\\ud83d\\ud83d\\ude00", "�😀"),
                Arguments.of("halves in the wrong order", "\\ude00\\ud83d", "��"),
                Arguments.of("halves with a line end between", "\\ud83d\\n\\ude00", "�\n�"),
                Arguments.of("half after an escaped backslash", "\\\\\\ud83d", "\\�"),
                Arguments.of("half in three bytes", "a\u00ed\u00a0\u00bdb", "a�b"),
                Arguments.of("cut sequence of bytes", "a\u00f0\u009f\u0098", "a�"),
                Arguments.of("whole character in escapes", "\\ud83d\\uDE00", "😀"),
                Arguments.of("whole character in bytes", "\u00f0\u009f\u0098\u0080", "😀"),
                Arguments.of("escaped backslash", "\\\\ud83d", "\\ud83d"));
    }

    @BeforeEach
    void setUp() {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
    }

    @AfterEach
    void recover() {
        LEELOO.recover();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void everyViewOfAPersonShowsTheSameText(String name, String text, String expected) {
        var person = "{\"id\":\"%s\",\"name\":\"%s\",\"tags\":[\"%s\"]}".formatted(SampleIds.ANNA, text, text);
        answer("[" + person + "]");
        var list = gateway.get("/api/v1/people");
        var summary = gateway.get(PERSON + "?view=summary");
        answer(person);
        var full = gateway.get(PERSON);
        var hit = gateway.get(PERSON + "?raw=true");

        assertThat(list.json().path("items").path(0).path("name").asString()).isEqualTo(expected);
        assertThat(Stream.of(summary, full, hit).map(view -> view.text("name"))).containsOnly(expected);
        assertThat(full.json().path("tags").path(0).path("name").asString()).isEqualTo(expected);
        assertThat(hit.json().path("raw").path("name").asString()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void replayedResponseIsTheFirstResponse(String name, String text, String expected) {
        answer("{\"id\":\"%s\",\"text\":\"%s\",\"created_by\":\"%s\"}".formatted(SampleIds.OLGA, text, text));

        var idempotencyKey = UUID.randomUUID().toString();
        var first = comment(idempotencyKey);
        var replayed = comment(idempotencyKey);

        assertThat(first.text("text")).isEqualTo(expected);
        assertThat(replayed.isReplay()).isTrue();
        assertThat(replayed.replayedParts()).isEqualTo(first.replayedParts());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void namesOfFieldsAreTreatedAlike(String name, String text, String expected) {
        answer("[{\"id\":\"%s\",\"utmMarks\":{\"%s\":\"%s\"}}]".formatted(SampleIds.CHANNEL, text, text));

        var marks = gateway.get("/api/v1/channels").json().path("items").path(0).path("utm");

        assertThat(marks.path(expected).asString()).isEqualTo(expected);
    }

    private GatewayResponse comment(String idempotencyKey) {
        return gateway.send("POST", PERSON + "/comments", "{\"text\":\"Hi\"}", "Idempotency-Key", idempotencyKey);
    }

    private static void answer(String data) {
        var body = "{\"status\":1,\"data\":" + data + "}";
        var response = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
        LEELOO.behave(socket -> socket.getOutputStream().write(response.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
