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

/** What can never be written holds up nobody else. */
@GatewayTest
class InvalidEventsIntegrationTests {

    @Autowired
    AuditWriter diary;

    @Autowired
    UuidV7Generator ids;

    @Autowired
    MeterRegistry meters;

    /** Its getter is what the diary stumbles over. */
    static final class Stone {

        private final Supplier<String> says;

        Stone(Supplier<String> says) {
            this.says = says;
        }

        public String getWord() {
            return says.get();
        }
    }

    static Stream<Map<String, Object>> bad() {
        return Stream.of(
                Map.of("text", "nothing\0that PostgreSQL takes"),
                Map.of("text", new Stone(() -> {
                    throw new IllegalStateException("unforeseen");
                })),
                Map.of("text", new Stone(() -> {
                    throw new AssertionError("worse");
                })));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badEventIsGivenUpAndCountedAndTheRestIsWritten(Map<String, Object> details) throws Exception {
        var lost = lost();
        var before = diary.write(event(Map.of()));
        var bad = diary.write(event(details));
        var after = diary.write(event(Map.of()));

        assertThat(before.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(after.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(bad).isCompletedExceptionally();
        assertThat(lost()).isEqualTo(lost + 1);
        assertThat(diary.write(event(Map.of())).get(5, TimeUnit.SECONDS)).isTrue();
    }

    /** Whoever is told of a commit may do what he wants. */
    @ParameterizedTest
    @MethodSource("bad")
    void whoeverWaitsForItEndsNothing(Map<String, Object> details) throws Exception {
        CompletableFuture<?> told = diary.write(event(details)).whenComplete((_, _) -> {
            throw new AssertionError("nobody's business");
        });

        assertThat(diary.write(event(Map.of())).get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(told).isCompletedExceptionally();
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
                new AuditEvent.Actor("bad-" + UUID.randomUUID(), null, null, null),
                new AuditEvent.Subject(null, null, List.of(), null),
                new AuditEvent.Result(AuditOutcome.SUCCESS, 200, null, 1L, "gateway", null, 0),
                1,
                null,
                details);
    }
}
