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

/** What comes before the end is written, what comes after it is counted, and a diary that starts again writes again. */
@GatewayTest
class AuditWriterLifecycleIntegrationTests {

    @Autowired
    BatchWriter writer;

    @Autowired
    MeterRegistry meters;

    private AuditWriter diary;

    @BeforeEach
    void open() {
        diary = new AuditWriter(writer, new SimpleMeterRegistry());
        diary.start();
    }

    @AfterEach
    void close() {
        diary.stop();
    }

    @Test
    void whatWaitsAtTheEndIsWritten() {
        var event = diary.write(SealedAuditLog.event(Instant.now()));

        diary.stop();

        assertThat(event).isCompletedWithValue(true);
    }

    @Test
    void whatComesAfterTheEndIsLostAndCounted() {
        diary.stop();
        var lost = lost();

        var event = diary.write(SealedAuditLog.event(Instant.now()));

        assertThatThrownBy(() -> event.get(5, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(lost()).isEqualTo(lost + 1);
        assertThat(diary.size()).isZero();
    }

    @Test
    void diaryThatStartsAgainWritesAgain() throws Exception {
        diary.stop();
        diary.start();

        var event = diary.write(SealedAuditLog.event(Instant.now()));

        assertThat(event.get(5, TimeUnit.SECONDS)).isTrue();
    }

    private double lost() {
        return meters.get("gateway.audit.lost").counter().count();
    }
}
