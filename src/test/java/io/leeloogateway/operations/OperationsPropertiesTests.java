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
    void whatCannotWorkIsRefused(Duration idempotencyRetention, Duration retention, int connections) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new OperationsProperties(true, false, idempotencyRetention, retention, 12, connections))
                .withMessageStartingWith("gateway.operations");
    }

    @ParameterizedTest
    @CsvSource({"1,PT1M", "12,PT5S", "60,PT1S"})
    void looksAreSpreadOverTheMinute(int looks, Duration pause) {
        assertThat(settings(looks).reconciliationInterval()).isEqualTo(pause);
    }

    @Test
    void rowsMayBeKeptNoLongerThanKeys() {
        assertThat(settings(12).retention()).isEqualTo(settings(12).idempotencyRetention());
    }

    private static OperationsProperties settings(int looks) {
        return new OperationsProperties(true, false, Duration.ofDays(1), Duration.ofDays(1), looks, 2);
    }
}
