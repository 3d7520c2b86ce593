package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnavailable.Delivery;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.ListTags;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When the circuit breakers of reads and changes open and close. */
@ExtendWith(NoBufferLeaks.class)
class CallBreakerTests {

    private static final AddTag CHANGE = new AddTag(SampleIds.ANNA, SampleIds.TAG);
    private static final RawResponseMode FINE = RawResponseMode.respond(200, "{\"status\":1,\"data\":[]}");

    private final RawLeeloo leeloo = new RawLeeloo();
    private final StandaloneClient client = StandaloneClient.of(leeloo.url(), "slow-call-duration=300ms");

    @AfterEach
    void stop() {
        client.close();
        leeloo.close();
    }

    static Stream<RawResponseMode> failures() {
        return Stream.of(RawResponseMode.respond(502, "<html>"), RawResponseMode.reset(), RawResponseMode.close());
    }

    static Stream<RawResponseMode> responses() {
        return Stream.of(
                RawResponseMode.respond(429, "", "Retry-After: 0"),
                RawResponseMode.respond(400, "{\"status\":0,\"error\":{\"code\":\"FORMAT_ERROR\"}}"),
                RawResponseMode.respond(404, "{\"status\":0}"),
                RawResponseMode.respond(404, "<html>"),
                RawResponseMode.respond(200, "<html>"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failuresOpenTheBreakerOfReads(RawResponseMode failure) {
        leeloo.behave(failure);
        readUntilOpen();
        var requests = leeloo.requests().size();

        var refused = (LeelooUnavailable) Objects.requireNonNull(read());

        assertThat(refused.isRefusal()).isTrue();
        assertThat(refused.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(leeloo.requests()).hasSize(requests);
        assertThat(requests).isLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("responses")
    void otherResponsesLeaveItClosed(RawResponseMode response) {
        leeloo.behave(response);

        IntStream.range(0, 30).forEach(_ -> sendAnyway());

        assertThat(leeloo.requests()).hasSize(30);
        assertThat(isOpen("changes")).isFalse();
    }

    @Test
    void aFewFailuresLeaveItClosed() {
        for (var call = 0; call < 60; call++) {
            leeloo.behave(call % 3 == 0 ? RawResponseMode.respond(502, "<html>") : FINE);
            sendAnyway();
        }

        assertThat(leeloo.requests()).hasSize(60);
    }

    @Test
    void refusedConnectionsOpenTheBreakerOfChanges() {
        leeloo.refuse();

        IntStream.range(0, 12).forEach(_ -> sendAnyway());

        assertThat(isOpen("changes")).isTrue();
        assertThat(isOpen("reads")).isFalse();
    }

    @Test
    void readsThatHangAreAbandonedAndLeaveChangesAlone() {
        leeloo.behave(RawResponseMode.silent());

        var hanging = hang(12, () -> client.execute(new ListTags()));

        assertThat(hanging)
                .allSatisfy(call -> assertThat(call)
                        .failsWithin(Duration.ofSeconds(5))
                        .withThrowableThat()
                        .havingCause()
                        .isInstanceOf(LeelooUnavailable.class)
                        .withMessageContaining("does not respond"));
        assertThat(isOpen("reads")).isTrue();
        leeloo.behave(RawResponseMode.respond(200, "{\"status\":1,\"data\":{}}"));
        client.send(CHANGE);
    }

    @Test
    void changesThatHangOpenTheBreakerAndGoOn() {
        leeloo.behave(RawResponseMode.silent());
        var hanging = hang(10, () -> client.send(CHANGE));
        await().until(() -> isOpen("changes"));

        assertThatThrownBy(() -> client.send(CHANGE)).isInstanceOfSatisfying(LeelooUnavailable.class, refused -> {
            assertThat(refused.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(refused.isRefusal()).isTrue();
        });
        assertThat(hanging).noneMatch(CompletableFuture::isDone);
        leeloo.closeConnections();
    }

    @Test
    void oneProbeClosesTheBreaker() {
        leeloo.behave(RawResponseMode.respond(502, "<html>"));
        readUntilOpen();
        leeloo.behave(FINE);
        leeloo.requests().clear();

        await().atMost(Duration.ofSeconds(5)).until(() -> read() == null);

        assertThat(isOpen("reads")).isFalse();
        IntStream.range(0, 20).forEach(_ -> assertThat(read()).isNull());
        assertThat(leeloo.requests()).hasSize(21);
    }

    @Test
    void whileAProbeHangsOtherCallsAreRefusedAtOnce() {
        leeloo.behave(RawResponseMode.respond(502, "<html>"));
        readUntilOpen();
        leeloo.behave(RawResponseMode.silent());
        leeloo.requests().clear();
        var probe = CompletableFuture.supplyAsync(() -> {
            await().until(() -> !(read() instanceof LeelooUnavailable failure && failure.isRefusal()));
            return true;
        });
        await().until(() -> !leeloo.requests().isEmpty());

        var refused = (LeelooUnavailable) Objects.requireNonNull(read());

        assertThat(refused.isRefusal()).isTrue();
        leeloo.behave(FINE);
        await().atMost(Duration.ofSeconds(5)).until(() -> read() == null);
        assertThat(probe).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void failuresOfSomeClientsCloseLeelooToNobodyElse() {
        leeloo.behave(RawResponseMode.respond(502, "<html>"));
        await().pollDelay(Duration.ZERO).until(() -> readAs("crm") != null && isOpen("reads"));
        assertThat(readAs("forms")).isNotNull();
        leeloo.behave(FINE);
        leeloo.requests().clear();

        assertThat(readAs("shop")).isNull();

        assertThat(leeloo.requests()).hasSize(1);
        assertThat(isOpen("reads")).isFalse();
    }

    @Test
    void eachClientProbesOnceWhileAllFail() {
        leeloo.behave(RawResponseMode.respond(502, "<html>"));
        await().pollDelay(Duration.ZERO).until(() -> readAs("crm") != null && isOpen("reads"));
        leeloo.requests().clear();

        var failures = Stream.of("shop", "shop", "forms", "crm", "forms")
                .map(this::readAs)
                .toList();

        assertThat(leeloo.requests()).hasSize(2);
        assertThat(failures).allMatch(LeelooUnavailable.class::isInstance);
    }

    /** Leeloo is away for everybody, but only one client has noticed. */
    @Test
    void whileAnotherClientProbesOtherCallsAreRefusedAtOnce() {
        leeloo.behave(RawResponseMode.respond(502, "<html>"));
        await().pollDelay(Duration.ZERO).until(() -> readAs("crm") != null && isOpen("reads"));
        leeloo.behave(RawResponseMode.silent());
        leeloo.requests().clear();
        var probe = CompletableFuture.supplyAsync(() -> readAs("shop"), Thread::startVirtualThread);
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> !leeloo.requests().isEmpty());

        assertThat(readAs("forms"))
                .isInstanceOfSatisfying(
                        LeelooUnavailable.class,
                        refused -> assertThat(refused.isRefusal()).isTrue());

        leeloo.behave(FINE);
        assertThat(probe).succeedsWithin(Duration.ofSeconds(5)).isNull();
    }

    private @Nullable Throwable readAs(String clientId) {
        return catchThrowable(() -> client.executeAs(clientId, new ListTags()));
    }

    private void sendAnyway() {
        var _ = catchThrowable(() -> client.send(CHANGE));
    }

    private void readUntilOpen() {
        await().pollDelay(Duration.ZERO).until(() -> {
            read();
            return isOpen("reads");
        });
    }

    private @Nullable Throwable read() {
        return catchThrowable(() -> client.execute(new ListTags()));
    }

    private static List<CompletableFuture<Object>> hang(int calls, Supplier<Object> call) {
        return IntStream.range(0, calls)
                .mapToObj(_ -> CompletableFuture.supplyAsync(call, Thread::startVirtualThread))
                .toList();
    }

    private boolean isOpen(String group) {
        return client.meters()
                        .get("gateway.leeloo.circuit.breaker")
                        .tags("group", group, "state", "closed")
                        .gauge()
                        .value()
                == 0;
    }
}
