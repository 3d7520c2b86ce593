package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeloogateway.fixtures.CacheAging;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnavailable.Delivery;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.model.SampleIds;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads of people while a part of Leeloo's responses is a 502, or its connections are dropped. */
class FailureRatesIntegrationTests extends RawLeelooGateway {

    private static final int READS = 40;
    private static final FaultTable TABLE = new FaultTable();

    @Autowired
    private JdbcClient database;

    private GatewayClient gateway;

    /** Which requests fail, by their number. */
    enum Failures {
        NONE(0, _ -> false),
        ONE_PERCENT(0, number -> number % 100 == 17),
        HALF(READS, number -> number % 2 == 0),
        ALL(READS, _ -> true),
        FLAPPING(READS, number -> number / 12 % 2 == 0);

        private final int maxFailures;

        @SuppressWarnings("ImmutableEnumChecker") // the lambdas have no state
        private final IntPredicate isFailure;

        Failures(int maxFailures, IntPredicate isFailure) {
            this.maxFailures = maxFailures;
            this.isFailure = isFailure;
        }
    }

    @BeforeEach
    void setUp(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        LEELOO.behave(SimulatedPeople.FINE).recover();
        gateway.get("/api/v1/tags");
    }

    @AfterEach
    void recover() {
        LEELOO.recover();
    }

    @AfterAll
    static void printTheTable(@Autowired MeterRegistry meters) throws IOException {
        TABLE.print("upstream-failure-rates", meters);
    }

    @ParameterizedTest
    @EnumSource
    void readsWithoutAnEntryGetThePersonOrAProblemAtOnce(Failures failures) {
        LEELOO.behave(new FailingTimes(failures));
        var started = System.nanoTime();

        var replies = readAll();

        TABLE.add(failures.name(), "reads without entries", count(replies), since(started));
        assertThat(replies).allMatch(reply -> reply.status() == 200 || isUnavailable(reply));
        assertThat(replies.stream().filter(FailureRatesIntegrationTests::isUnavailable))
                .hasSizeLessThanOrEqualTo(failures.maxFailures);
    }

    @ParameterizedTest
    @EnumSource
    void readsWithAStaleEntryAlwaysSucceed(Failures failures) {
        readAll();
        CacheAging.age(Duration.ofSeconds(70), database);
        LEELOO.behave(new FailingTimes(failures));
        var started = System.nanoTime();

        var replies = readAll();

        TABLE.add(failures.name(), "reads with stale entries", count(replies), since(started));
        assertThat(replies).allMatch(reply -> reply.status() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"})
    void interimResponsesAndDroppedIdleConnectionsAreNoFailures(String interim) {
        LEELOO.behave(SimulatedPeople.after(interim));
        var started = System.nanoTime();

        var replies = readAll();

        var fault = interim.isEmpty() ? "idle connections dropped" : interim.substring(9, 12) + " before the answer";
        TABLE.add(fault, "reads without entries", count(replies), since(started));
        assertThat(replies).allMatch(reply -> reply.status() == 200);
    }

    @Test
    void unknownHostIsAFailureThatNeverLeft() {
        var started = System.nanoTime();
        try (var client = StandaloneClient.of("http://leeloo.invalid/api/v2", "allow-plain-http=true")) {

            var failure = catchThrowableOfType(
                    LeelooUnavailable.class, () -> client.send(new AddTag(SampleIds.ANNA, SampleIds.TAG)));

            TABLE.add("DNS", "change", failure.type().slug() + " " + failure.delivery(), since(started));
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(since(started)).isLessThan(Duration.ofSeconds(12));
        }
    }

    private List<GatewayResponse> readAll() {
        return IntStream.range(0, READS)
                .mapToObj(
                        number -> gateway.get("/api/v1/people/64a0c3f0000100000000%04x".formatted(0x6000 + 2 * number)))
                .toList();
    }

    private static boolean isUnavailable(GatewayResponse reply) {
        return reply.status() == 503 && reply.body().contains("/problems/leeloo-unavailable");
    }

    private static String count(List<GatewayResponse> replies) {
        var served = replies.stream().filter(reply -> reply.status() == 200).count();
        return "%d of %d answered with 200, %d requests to Leeloo"
                .formatted(served, READS, LEELOO.requests().size());
    }

    private static Duration since(long startedNanos) {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** Fails with a 502 and a dropped connection by turns. */
    private record FailingTimes(Failures failures, AtomicInteger requests) implements RawResponseMode {

        FailingTimes(Failures failures) {
            this(failures, new AtomicInteger());
            LEELOO.requests().clear();
        }

        @Override
        public void respond(Socket socket) {
            throw new UnsupportedOperationException("the response depends on the request");
        }

        @Override
        public void respond(Socket socket, String request) throws IOException {
            var number = requests.getAndIncrement();
            if (!failures.isFailure.test(number)) {
                SimulatedPeople.FINE.respond(socket, request);
            } else if (number % 3 == 0) {
                RawResponseMode.reset().respond(socket);
            } else {
                RawResponseMode.respond(502, "<html>").respond(socket);
            }
        }
    }
}
