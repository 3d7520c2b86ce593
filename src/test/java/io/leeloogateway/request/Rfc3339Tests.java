package io.leeloogateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Tests {

    @ParameterizedTest
    @CsvSource({
        "2026-01-13T08:20:37Z, 2026-01-13T08:20:37Z",
        "2026-01-13t08:20:37.5z, 2026-01-13T08:20:37.500Z",
        "2026-01-13T23:59:59.123456789+02:00, 2026-01-13T21:59:59.123456789Z",
        "2026-01-13T00:00:00-00:30, 2026-01-13T00:30:00Z"
    })
    void instantIsRead(String text, Instant instant) {
        assertThat(Rfc3339.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1767225600",
                "2026-01-13",
                "2026-01-13T08:20Z",
                "2026-01-13T08:20:37",
                "2026-01-13 08:20:37Z",
                "2026-02-30T08:20:37Z",
                "2026-01-13T24:00:00Z",
                "2026-01-13T23:59:60Z",
                "2026-01-13T08:20:37.Z",
                "2026-01-13T08:20:37+0200",
                "2026-01-13T08:20:37+19:00",
                "Tue, 13 Jan 2026 08:20:37 GMT"
            })
    void otherTextIsNoInstant(String text) {
        assertThat(Rfc3339.parse(text)).isEmpty();
    }
}
