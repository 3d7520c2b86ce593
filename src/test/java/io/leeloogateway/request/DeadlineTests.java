package io.leeloogateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTests {

    @ParameterizedTest
    @CsvSource({
        "1, 1000",
        "30, 30000",
        "0.5, 500",
        "29.999, 29999",
        "30.001, 30000",
        "31, 30000",
        "100, 30000",
        "999999999, 30000"
    })
    void validSecondsAreParsed(String header, long millis) {
        assertThat(Deadline.parse(header)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0.0",
                "1234567890",
                "-1",
                "-0.5",
                "+1",
                "NaN",
                "Infinity",
                "5s",
                "1e1",
                "1.",
                ".5",
                "one",
                " 1",
                "0.0001"
            })
    void invalidTextsAreRejected(String header) {
        assertThat(Deadline.parse(header)).isEmpty();
    }

    @Test
    void remainingTimeIsZeroAfterTheDeadline() {
        assertThat(Deadline.after(Duration.ofNanos(-1)).remaining()).isZero();
    }

    @Test
    void remainingTimeIsAtMostTheTimeout() {
        assertThat(Deadline.after(Duration.ofMinutes(1)).remaining())
                .isPositive()
                .isLessThanOrEqualTo(Duration.ofMinutes(1));
    }
}
