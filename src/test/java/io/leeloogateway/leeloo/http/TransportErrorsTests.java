package io.leeloogateway.leeloo.http;

import static io.leeloogateway.leeloo.LeelooUnavailable.Delivery.NOT_SENT;
import static io.leeloogateway.leeloo.LeelooUnavailable.Delivery.POSSIBLY_SENT;
import static io.leeloogateway.problem.ProblemType.DEADLINE_EXCEEDED;
import static io.leeloogateway.problem.ProblemType.LEELOO_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.LeelooQuotaExhausted;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnavailable.Delivery;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.problem.ProblemType;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(NoBufferLeaks.class)
class TransportErrorsTests {

    private static final AddTag CHANGE = new AddTag(SampleIds.ANNA, SampleIds.TAG);
    private static final FindPerson QUERY = new FindPerson(SampleIds.ANNA);
    private static final String BODY = "{\"status\":1,\"data\":{}}";

    private final RawLeeloo leeloo = new RawLeeloo();

    @AfterEach
    void stop() {
        leeloo.close();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("reset before the response", RawResponseMode.reset(), LEELOO_UNAVAILABLE),
                Arguments.of("closed without an response", RawResponseMode.close(), LEELOO_UNAVAILABLE),
                Arguments.of(
                        "closed within the head",
                        RawResponseMode.send("HTTP/1.1 200 OK\r\nContent-Le"),
                        LEELOO_UNAVAILABLE),
                Arguments.of(
                        "reset in the middle of the body", RawResponseMode.resetDuringBody(BODY), LEELOO_UNAVAILABLE),
                Arguments.of(
                        "closed in the middle of the body",
                        RawResponseMode.send("HTTP/1.1 200 OK\r\nContent-Length: 23\r\n\r\n{\"sta"),
                        LEELOO_UNAVAILABLE),
                Arguments.of("silent after the request", RawResponseMode.silent(), DEADLINE_EXCEEDED),
                Arguments.of("dripping beyond the total", RawResponseMode.slow(BODY.repeat(9)), DEADLINE_EXCEEDED));
    }

    @Test
    void causesAreNamedWithoutTheirMessages() {
        var failure = new IllegalStateException("about Anna", new IOException("to Anna"));

        assertThat(TransportErrorMapper.causes(failure)).isEqualTo("IllegalStateException < IOException");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void failureAfterTheSendIsPossiblySentAndIsNotRetried(String name, RawResponseMode mode, ProblemType type) {
        leeloo.behave(mode);

        var failure = failureOf(type == DEADLINE_EXCEEDED ? "total-timeout=1s" : "total-timeout=10s");

        assertThat(failure.delivery()).isEqualTo(POSSIBLY_SENT);
        assertThat(failure.type()).isEqualTo(type);
        assertThat(leeloo.requests()).hasSize(1);
    }

    @Test
    void failureAfterASuccessIsNotRetried() {
        try (var client = StandaloneClient.of(leeloo.url())) {
            leeloo.behave(RawResponseMode.respondAndKeepAlive(BODY));
            client.send(CHANGE);
            leeloo.behave(RawResponseMode.reset());

            var failure = catchThrowableOfType(LeelooUnavailable.class, () -> client.send(CHANGE));

            assertThat(failure.delivery()).isEqualTo(POSSIBLY_SENT);
            assertThat(leeloo.requests()).hasSize(2);
        }
    }

    @Test
    void readTimeoutLimitsTheSilenceOfLeeloo() {
        leeloo.behave(RawResponseMode.silent());

        var failure = failureOf("read-timeout=200ms");

        assertFailed(failure, POSSIBLY_SENT, DEADLINE_EXCEEDED);
        assertThat(failure).hasRootCauseInstanceOf(ReadTimeoutException.class);
    }

    @Test
    void shorterDeadlineOfTheCallerLimitsAQuery() {
        leeloo.behave(RawResponseMode.slow(BODY.repeat(9)));
        try (var client = StandaloneClient.of(leeloo.url())) {

            var failure =
                    catchThrowableOfType(LeelooUnavailable.class, () -> client.execute(QUERY, Duration.ofSeconds(1)));

            assertFailed(failure, POSSIBLY_SENT, DEADLINE_EXCEEDED);
        }
    }

    @Test
    void sentChangeIsAwaitedBeyondTheDeadlineOfTheCaller() {
        leeloo.behave(RawResponseMode.slow(BODY));
        try (var client = StandaloneClient.of(leeloo.url())) {

            var response = client.send(CHANGE, Duration.ofMillis(300));

            assertThat(response).isEqualTo(new Accepted());
            assertThat(leeloo.requests()).hasSize(1);
        }
    }

    @Test
    void sentChangeIsAwaitedUntilTheTotalTimeout() {
        leeloo.behave(RawResponseMode.silent());
        try (var client = StandaloneClient.of(leeloo.url(), "total-timeout=1s")) {
            var startedAt = System.nanoTime();

            var failure =
                    catchThrowableOfType(LeelooUnavailable.class, () -> client.send(CHANGE, Duration.ofMillis(300)));

            assertFailed(failure, POSSIBLY_SENT, DEADLINE_EXCEEDED);
            assertThat(Duration.ofNanos(System.nanoTime() - startedAt))
                    .isBetween(Duration.ofMillis(990), Duration.ofSeconds(5));
        }
    }

    @Test
    void changeIsNotSentAfterItsSendDeadline() {
        leeloo.behave(RawResponseMode.silent());
        try (var client =
                StandaloneClient.of(leeloo.url(), "change-connections=1", "acquire-timeout=5s", "total-timeout=2s")) {
            var first = CompletableFuture.supplyAsync(() -> client.send(CHANGE));
            await().until(() -> leeloo.requests().size() == 1);

            var failure =
                    catchThrowableOfType(LeelooUnavailable.class, () -> client.send(CHANGE, Duration.ofMillis(300)));

            assertFailed(failure, NOT_SENT, DEADLINE_EXCEEDED);
            assertThat(first).failsWithin(Duration.ofSeconds(5));
            leeloo.behave(RawResponseMode.respondAndKeepAlive(BODY));
            client.send(CHANGE);
            assertThat(leeloo.requests()).hasSize(2);
        }
    }

    @Test
    void changeIsNotSentAfterAPassedDeadline() {
        try (var client = StandaloneClient.of(leeloo.url())) {
            leeloo.behave(RawResponseMode.respondAndKeepAlive(BODY));
            client.send(CHANGE);

            assertThatThrownBy(() -> client.send(CHANGE, Duration.ZERO))
                    .isInstanceOfAny(LeelooQuotaExhausted.class, LeelooUnavailable.class);

            assertThat(leeloo.requests()).hasSize(1);
        }
    }

    @Test
    void refusedConnectionIsNotSent() {
        leeloo.refuse();

        assertFailed(failureOf(), NOT_SENT, LEELOO_UNAVAILABLE);
    }

    @Test
    void unknownHostIsNotSent() {
        try (var client = StandaloneClient.of("https://leeloo.invalid/api/v2")) {

            var failure = catchThrowableOfType(LeelooUnavailable.class, () -> client.send(CHANGE));

            assertThat(failure.delivery()).isEqualTo(NOT_SENT);
        }
    }

    private LeelooUnavailable failureOf(String... settings) {
        try (var client = StandaloneClient.of(leeloo.url(), settings)) {
            return catchThrowableOfType(LeelooUnavailable.class, () -> client.send(CHANGE));
        }
    }

    private static void assertFailed(LeelooUnavailable failure, Delivery delivery, ProblemType type) {
        assertThat(failure.delivery()).isEqualTo(delivery);
        assertThat(failure.type()).isEqualTo(type);
    }
}
