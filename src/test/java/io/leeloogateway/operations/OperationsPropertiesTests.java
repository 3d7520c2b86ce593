package io.leeloogateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsPropertiesTests {

    @ParameterizedTest
    @CsvSource({"PT0S,P90D,8", "PT-1H,P90D,8", "PT24H,PT23H59M,8", "PT24H,P90D,1"})
    void invalidValuesAreRejected(Duration idempotencyRetention, Duration retention, int poolSize) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OperationsProperties(true, false, idempotencyRetention, retention, 12, poolSize))
                .withMessageStartingWith("gateway.operations");
    }

    @ParameterizedTest
    @CsvSource({"1,PT1M", "12,PT5S", "60,PT1S"})
    void reconciliationsAreSpreadOverAMinute(int perMinute, Duration interval) {
        assertThat(properties(perMinute).reconciliationInterval()).isEqualTo(interval);
    }

    @Test
    void retentionMayEqualIdempotencyRetention() {
        assertThat(properties(12).retention()).isEqualTo(properties(12).idempotencyRetention());
    }

    private static OperationsProperties properties(int perMinute) {
        return new OperationsProperties(true, false, Duration.ofDays(1), Duration.ofDays(1), perMinute, 2);
    }
}
