package io.leeloogateway.leeloo.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.http.NoBufferLeaks;
import io.leeloogateway.leeloo.http.StandaloneClient;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.FindUser;
import io.leeloogateway.leeloo.query.ListTags;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(NoBufferLeaks.class)
class UnreadableResponsesTests {

    private static final FindUser QUERY = new FindUser(SampleIds.OLGA);
    private static final String USER = EndpointExample.sample("29-find-user");
    private static final int MIB = 1024 * 1024;

    private final RawLeeloo leeloo = new RawLeeloo();

    @AfterEach
    void stop() {
        leeloo.close();
    }

    static Stream<Arguments> garbage() {
        return Stream.of(
                Arguments.of("not HTTP at all", "SSH-2.0-secretive_1.0\r\n\r\n"),
                Arguments.of("another protocol's version", "HTTQ/9.9 secretive\r\n\r\n"),
                Arguments.of("no status", "HTTP/1.1 secretive\r\n\r\n"),
                Arguments.of(
                        "a head without end", "HTTP/1.1 200 OK\r\nX-Secretive: " + "x".repeat(70_000) + "\r\n\r\n"),
                Arguments.of("a broken chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nsecretive\r\n"),
                Arguments.of("an impossible length", "HTTP/1.1 200 OK\r\nContent-Length: secretive\r\n\r\n{}"));
    }

    /** Within the limit of bytes, but a tree of it would take hundreds of megabytes. */
    @Test
    void responseOfTinyObjectsIsUnreadable() {
        var body = "{\"status\":1,\"data\":[" + "{},".repeat(1_000_000) + "{}]}";
        leeloo.behave(RawResponseMode.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body));
        try (var client = StandaloneClient.of(leeloo.url())) {

            assertThat(catchThrowableOfType(LeelooException.class, () -> client.execute(new ListTags())))
                    .isInstanceOf(LeelooUnreadable.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("garbage")
    void responseThatIsNotHttpIsUnreadableAndNotQuoted(String name, String bytes) {
        leeloo.behave(RawResponseMode.send(bytes));
        try (var client = StandaloneClient.of(leeloo.url())) {

            var failure = catchThrowableOfType(LeelooException.class, () -> client.execute(QUERY));

            assertThat(failure).isInstanceOf(LeelooUnreadable.class);
            assertThat(Throwables.getStackTrace(failure)).doesNotContain("ecretive");
        }
    }

    @Test
    void responseAboveTheSizeLimitIsUnreadableAndTheNextCallWorks() {
        leeloo.behave(RawResponseMode.respond(200, "x".repeat(MIB + 1)));
        try (var client = StandaloneClient.of(leeloo.url(), "connections=1")) {

            var failure = catchThrowableOfType(LeelooException.class, () -> client.execute(QUERY));
            leeloo.behave(RawResponseMode.respond(200, USER));

            assertThat(failure).isInstanceOf(LeelooUnreadable.class).hasMessageEndingWith("is too large");
            assertThat(client.execute(QUERY).id()).isEqualTo(SampleIds.OLGA);
        }
    }

    @Test
    void responseOfExactlyTheSizeLimitIsRead() {
        leeloo.behave(RawResponseMode.respond(200, USER + " ".repeat(MIB - USER.length())));
        try (var client = StandaloneClient.of(leeloo.url())) {

            assertThat(client.execute(QUERY).id()).isEqualTo(SampleIds.OLGA);
        }
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void redirectIsNotFollowed(int status) {
        try (var otherServer = new RawLeeloo();
                var client = StandaloneClient.of(leeloo.url())) {
            leeloo.behave(
                    RawResponseMode.respond(status, "", "Location: " + otherServer.url() + "/users/" + SampleIds.OLGA));
            otherServer.behave(RawResponseMode.respond(200, USER));

            var failure = catchThrowableOfType(LeelooException.class, () -> client.execute(QUERY));

            assertThat(failure).isInstanceOf(LeelooUnreadable.class);
            assertThat(leeloo.requests()).hasSize(1);
            assertThat(otherServer.requests()).isEmpty();
        }
    }

    static List<Integer> statuses() {
        return List.of(301, 302, 303, 307, 308);
    }
}
