package io.leeloogateway.leeloo.http;

import static io.leeloogateway.leeloo.LeelooUnavailable.Delivery.NOT_SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.problem.ProblemType;
import io.netty.channel.ConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoBufferLeaks.class)
class ConnectionPoolTests {

    private static final AddTag CHANGE = new AddTag(SampleIds.ANNA, SampleIds.TAG);
    private static final String BODY = "{\"status\":1,\"data\":{}}";

    private final RawLeeloo leeloo = new RawLeeloo();

    @AfterEach
    void stop() {
        leeloo.close();
    }

    @Test
    void callFailsWhileAllSixteenConnectionsAreInUse() throws Exception {
        var arrived = new CountDownLatch(16);
        var gate = new CountDownLatch(1);
        leeloo.behave(socket -> {
            arrived.countDown();
            await(gate);
            RawResponseMode.respond(200, BODY).respond(socket);
        });
        try (var client = StandaloneClient.of(leeloo.url(), "acquire-timeout=200ms");
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 16)
                    .mapToObj(call -> callers.submit(() -> client.send(CHANGE)))
                    .toList();
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();

            var failure = catchThrowableOfType(LeelooUnavailable.class, () -> client.send(CHANGE));

            assertThat(failure.delivery()).isEqualTo(NOT_SENT);
            assertThat(failure.type()).isEqualTo(ProblemType.LEELOO_UNAVAILABLE);
            gate.countDown();
            for (var call : calls) {
                assertThat(call.get(5, TimeUnit.SECONDS)).isEqualTo(new Accepted());
            }
            assertThat(leeloo.requests()).hasSize(16);
        }
    }

    @Test
    void callThatWaitsForAConnectionUntilItsDeadlineIsNotSent() throws Exception {
        var arrived = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        leeloo.behave(socket -> {
            arrived.countDown();
            await(gate);
            RawResponseMode.respond(200, BODY).respond(socket);
        });
        try (var client = StandaloneClient.of(leeloo.url(), "change-connections=1", "acquire-timeout=5s");
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> client.send(CHANGE));
            assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();

            var failure =
                    catchThrowableOfType(LeelooUnavailable.class, () -> client.send(CHANGE, Duration.ofMillis(200)));

            assertThat(failure.delivery()).isEqualTo(NOT_SENT);
            assertThat(failure.type()).isEqualTo(ProblemType.DEADLINE_EXCEEDED);
            gate.countDown();
            first.get(5, TimeUnit.SECONDS);
            assertThat(leeloo.requests()).hasSize(1);
        }
    }

    @Test
    void callIsNotSentWhenTheConnectionTakesTooLong() throws Exception {
        try (var full = FullBacklog.open();
                var client = StandaloneClient.of(full.url(), "connect-timeout=200ms")) {

            var failure =
                    catchThrowableOfType(LeelooUnavailable.class, () -> client.send(CHANGE, Duration.ofSeconds(3)));

            assertThat(failure.delivery()).isEqualTo(NOT_SENT);
            assertThat(failure.type()).isEqualTo(ProblemType.LEELOO_UNAVAILABLE);
            assertThat(failure).hasRootCauseInstanceOf(ConnectTimeoutException.class);
        }
    }

    /** HTTP/1.1 pairs responses with requests only by their order, so a surplus response would answer the next call. */
    @Test
    void connectionServesOneCall() {
        var ports = ConcurrentHashMap.newKeySet();
        leeloo.behave(socket -> {
            ports.add(socket.getPort());
            RawResponseMode.respondAndKeepAlive(BODY).respond(socket);
        });
        try (var client = StandaloneClient.of(leeloo.url(), "change-connections=1")) {

            client.send(CHANGE);
            client.send(CHANGE);

            assertThat(ports).hasSize(2);
            assertThat(leeloo.requests()).hasSize(2).allMatch(request -> request.contains("connection: close"));
        }
    }

    @Test
    void retryAfterDateIsRelativeToNowWithoutADateHeader() {
        leeloo.behave(RawResponseMode.respond(429, "", "Retry-After: Tue, 13 Jan 2026 08:21:07 GMT"));
        try (var client = StandaloneClient.of(leeloo.url())) {

            var failure = catchThrowableOfType(LeelooThrottled.class, () -> client.send(CHANGE));

            assertThat(failure.requestedDelay()).contains(Duration.ofSeconds(30));
        }
    }

    /** Netty retries a request whose connection breaks before the first byte; a test cannot cause that reliably. */
    @Test
    void nettyDoesNotRetry() {
        var properties = StandaloneClient.properties(leeloo.url());
        var connections = new LeelooConfiguration().readConnections(properties);

        var client = LeelooConfiguration.httpClient(connections, properties, properties.baseUrl());

        assertThat(client.configuration().isRetryDisabled()).isTrue();
        connections.dispose();
    }

    private static void await(CountDownLatch gate) {
        try {
            assertThat(gate.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
