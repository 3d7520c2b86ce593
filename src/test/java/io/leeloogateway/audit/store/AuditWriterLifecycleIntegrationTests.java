package io.leeloogateway.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.audit.integrity.SealedAuditLog;
import io.leeloogateway.fixtures.GatewayTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Events before the stop are written, later ones are counted as lost. A restarted writer writes again. */
@GatewayTest
class AuditWriterLifecycleIntegrationTests {

    @Autowired
    BatchWriter batchWriter;

    @Autowired
    MeterRegistry meters;

    private AuditWriter writer;

    @BeforeEach
    void open() {
        writer = new AuditWriter(batchWriter, new SimpleMeterRegistry());
        writer.start();
    }

    @AfterEach
    void close() {
        writer.stop();
    }

    @Test
    void waitingEventsAreWrittenAtTheStop() {
        var event = writer.write(SealedAuditLog.event(Instant.now()));

        writer.stop();

        assertThat(event).isCompletedWithValue(true);
    }

    @Test
    void eventsAfterTheStopAreCountedAsLost() {
        writer.stop();
        var lost = lost();

        var event = writer.write(SealedAuditLog.event(Instant.now()));

        assertThatThrownBy(() -> event.get(5, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(lost()).isEqualTo(lost + 1);
        assertThat(writer.size()).isZero();
    }

    @Test
    void restartedWriterWritesAgain() throws Exception {
        writer.stop();
        writer.start();

        var event = writer.write(SealedAuditLog.event(Instant.now()));

        assertThat(event.get(5, TimeUnit.SECONDS)).isTrue();
    }

    private double lost() {
        return meters.get("gateway.audit.lost").counter().count();
    }
}
