package io.leeloogateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    @Test
    void cursorSurvivesARoundTrip() {
        var cursor = new Cursor(Instant.parse("2026-11-23T08:15:30.123456Z"), "cl_4fGh2Kd81LmQ");

        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1 ", " cl_1", "-1 cl_1", "1 cl_1 ", "1 cl\u0000", "9999999999999999999 cl_1"})
    void unknownPositionIsRejected(String position) {
        var text = Base64.getUrlEncoder().encodeToString(position.getBytes(StandardCharsets.US_ASCII));

        assertThatExceptionOfType(UnknownCursor.class).isThrownBy(() -> Cursor.parse(text));
    }

    @Test
    void invalidBase64IsRejected() {
        assertThatExceptionOfType(UnknownCursor.class).isThrownBy(() -> Cursor.parse("what?"));
    }
}
