package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.ListTags;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which failed calls are repeated, and how often. */
class CallRetriesTests {

    private static final AddTag CHANGE = new AddTag(SampleIds.ANNA, SampleIds.TAG);
    private static final RawResponseMode FINE = RawResponseMode.respond(200, "{\"status\":1,\"data\":[]}");

    private final RawLeeloo leeloo = new RawLeeloo();
    private final StandaloneClient client = StandaloneClient.of(leeloo.url());

    @AfterEach
    void stop() {
        client.close();
        leeloo.close();
    }

    static List<RawResponseMode> transientFailures() {
        return List.of(
                RawResponseMode.respond(500, "<html>"),
                RawResponseMode.respond(502, "<html>"),
                RawResponseMode.respond(503, ""),
                RawResponseMode.close(),
                RawResponseMode.reset(),
                RawResponseMode.resetDuringBody("{\"status\":1,\"data\":[]}"));
    }

    static List<RawResponseMode> responses() {
        return List.of(
                RawResponseMode.respond(429, "Too many requests", "Retry-After: 0"),
                RawResponseMode.respond(401, "{\"status\":0}"),
                RawResponseMode.respond(404, "<html>"),
                RawResponseMode.respond(200, "<html>"),
                RawResponseMode.respond(200, "{\"status\":0,\"error\":{\"code\":\"FORMAT_ERROR\"}}"),
                RawResponseMode.respond(302, "", "Location: https://leeloo.example/"));
    }

    @ParameterizedTest
    @MethodSource("transientFailures")
    void readIsRepeatedTwice(RawResponseMode failure) {
        leeloo.behave(failingTimes(2, failure));

        assertThat(client.execute(new ListTags())).isEmpty();

        assertThat(leeloo.requests()).hasSize(3);
        assertThat(retries()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("transientFailures")
    void readFailsAfterTwoRetries(RawResponseMode failure) {
        leeloo.behave(failure);

        assertFails(() -> client.execute(new ListTags()));

        assertThat(leeloo.requests()).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("responses")
    void responseOfLeelooIsNotRepeated(RawResponseMode response) {
        leeloo.behave(response);

        assertFails(() -> client.execute(new ListTags()));

        assertThat(leeloo.requests()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("transientFailures")
    void changeThatLeftIsNotRepeated(RawResponseMode failure) {
        leeloo.behave(failure);

        assertFails(() -> client.send(CHANGE));

        assertThat(leeloo.requests()).hasSize(1);
    }

    @Test
    void changeThatNeverLeftIsRepeated() {
        leeloo.refuse();

        assertFails(() -> client.send(CHANGE));

        assertThat(retries()).isEqualTo(2);
    }

    @Test
    void callIsNotRepeatedAfterItsDeadline() {
        leeloo.behave(RawResponseMode.silent());

        assertFails(() -> client.execute(new ListTags(), Duration.ofMillis(300)));

        assertThat(leeloo.requests()).hasSize(1);
    }

    @Test
    void budgetAllowsTenRetriesAndThenOneForTenCalls() {
        var budget = new RetryBudget();
        for (var retry = 0; retry < 10; retry++) {
            assertThat(budget.spend()).isTrue();
        }

        assertThat(budget.spend()).isFalse();
        for (var call = 0; call < 9; call++) {
            budget.recordCall();
        }
        assertThat(budget.spend()).isFalse();
        budget.recordCall();
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }

    private static RawResponseMode failingTimes(int times, RawResponseMode failure) {
        var calls = new AtomicInteger();
        return socket -> (calls.incrementAndGet() <= times ? failure : FINE).respond(socket);
    }

    private double retries() {
        return client.meters().get("gateway.leeloo.retries").counter().count();
    }

    private static void assertFails(ThrowingCallable call) {
        assertThat(catchThrowableOfType(LeelooException.class, call)).isNotNull();
    }
}
