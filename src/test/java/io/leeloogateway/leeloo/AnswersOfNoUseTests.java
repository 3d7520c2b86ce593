package io.leeloogateway.leeloo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(NoLeaks.class)
class AnswersOfNoUseTests {

    private static final FindUser QUERY = new FindUser(Known.OLGA);
    private static final String USER = Row.sample("29-find-user");
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("garbage")
    void whatIsNotHttpIsUnreadableAndNotQuoted(String name, String bytes) {
        leeloo.behave(Manner.raw(bytes));
        try (var client = LeelooClient.of(leeloo.url())) {

            var failure = catchThrowableOfType(LeelooException.class, () -> client.ask(QUERY));

            assertThat(failure).isInstanceOf(LeelooUnreadable.class);
            assertThat(Throwables.getStackTrace(failure)).doesNotContain("ecretive");
        }
    }

    @Test
    void anAnswerAboveTheLimitIsRefusedAndTheNextCallWorks() {
        leeloo.behave(Manner.answer(200, "x".repeat(MIB + 1)));
        try (var client = LeelooClient.of(leeloo.url(), "connections=1")) {

            var failure = catchThrowableOfType(LeelooException.class, () -> client.ask(QUERY));
            leeloo.behave(Manner.answer(200, USER));

            assertThat(failure).isInstanceOf(LeelooUnreadable.class).hasMessageEndingWith("is too large");
            assertThat(client.ask(QUERY).id()).isEqualTo(Known.OLGA);
        }
    }

    @Test
    void anAnswerOfExactlyTheLimitIsRead() {
        leeloo.behave(Manner.answer(200, USER + " ".repeat(MIB - USER.length())));
        try (var client = LeelooClient.of(leeloo.url())) {

            assertThat(client.ask(QUERY).id()).isEqualTo(Known.OLGA);
        }
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void aRedirectIsNotFollowedAndTheTokenStaysHere(int status) {
        try (var stranger = new RawLeeloo();
                var client = LeelooClient.of(leeloo.url())) {
            leeloo.behave(Manner.answer(status, "", "Location: " + stranger.url() + "/users/" + Known.OLGA));
            stranger.behave(Manner.answer(200, USER));

            var failure = catchThrowableOfType(LeelooException.class, () -> client.ask(QUERY));

            assertThat(failure).isInstanceOf(LeelooUnreadable.class);
            assertThat(leeloo.requests()).hasSize(1);
            assertThat(stranger.requests()).isEmpty();
        }
    }

    static List<Integer> statuses() {
        return List.of(301, 302, 303, 307, 308);
    }
}
