package io.leeloogateway.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.audit.capture.AuditOutcome;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.request.UuidV7Generator;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Events that can never be written do not block others. */
@GatewayTest
class InvalidEventsIntegrationTests {

    @Autowired
    AuditWriter writer;

    @Autowired
    UuidV7Generator ids;

    @Autowired
    MeterRegistry meters;

    /** Serialization fails in its getter. */
    static final class Unserializable {

        private final Supplier<String> word;

        Unserializable(Supplier<String> word) {
            this.word = word;
        }

        public String getWord() {
            return word.get();
        }
    }

    static Stream<Map<String, Object>> invalid() {
        return Stream.of(
                Map.of("text", "nothing\0that PostgreSQL takes"),
                Map.of("text", new Unserializable(() -> {
                    throw new IllegalStateException("unexpected");
                })),
                Map.of("text", new Unserializable(() -> {
                    throw new AssertionError("worse");
                })));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void invalidEventIsCountedAsLostAndOthersAreWritten(Map<String, Object> details) throws Exception {
        var lost = lost();
        var before = writer.write(event(Map.of()));
        var invalid = writer.write(event(details));
        var after = writer.write(event(Map.of()));

        assertThat(before.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(after.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(invalid).isCompletedExceptionally();
        assertThat(lost()).isEqualTo(lost + 1);
        assertThat(writer.write(event(Map.of())).get(5, TimeUnit.SECONDS)).isTrue();
    }

    /** A callback of a commit can fail. */
    @ParameterizedTest
    @MethodSource("invalid")
    void failingCallbackDoesNotStopTheWriter(Map<String, Object> details) throws Exception {
        CompletableFuture<?> callback = writer.write(event(details)).whenComplete((_, _) -> {
            throw new AssertionError("failing callback");
        });

        assertThat(writer.write(event(Map.of())).get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(callback).isCompletedExceptionally();
    }

    private double lost() {
        return meters.get("gateway.audit.lost").counter().count();
    }

    private AuditEvent event(Map<String, Object> details) {
        var id = ids.next();
        return new AuditEvent(
                id,
                id,
                AuditEvent.ENDED,
                new AuditEvent.Actor("invalid-" + UUID.randomUUID(), null, null, null),
                new AuditEvent.Subject(null, null, List.of(), null),
                new AuditEvent.Result(AuditOutcome.SUCCESS, 200, null, 1L, "gateway", null, 0),
                1,
                null,
                details);
    }
}
