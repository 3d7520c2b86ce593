package io.leeloogateway.leeloo.verbatim;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.wire.LeelooJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What is not read exactly counts as unread, so that two changes that differ in it are two changes. */
class BodyFieldsTests {

    private static final JsonMapper JSON = LeelooJson.mapper();

    @ParameterizedTest
    @CsvSource({
        "\"true\", false",
        "true, false",
        "false, false",
        "\"0\", true",
        "1, true",
        "\"TRUE\", true",
        "null, true"
    })
    void flagIsTrueOrFalse(String value, boolean isUnread) {
        var fields = new BodyFields(JSON.readTree("{\"field\": " + value + "}"));

        assertThat(fields.flag("field")).isEqualTo(value.replace("\"", "").equals("true"));
        assertThat(fields.hasUnread()).isEqualTo(isUnread);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5, false",
        "\"5\", 5, false",
        "5.0, 5, false",
        "1.9, 1, true",
        "4294967301, 5, true",
        "\"x\", 0, true"
    })
    void numberIsWhole(String value, int read, boolean isUnread) {
        var fields = new BodyFields(JSON.readTree("{\"field\": " + value + "}"));

        assertThat(fields.number("field")).isEqualTo(read);
        assertThat(fields.hasUnread()).isEqualTo(isUnread);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "\"19.90\", 19.90, false",
                "19.90, 19.9, false",
                "1e3, 1000, false",
                "-0.50, -0.5, false",
                "0.0, 0, false",
                "1700000000000.5, 1700000000000.5, false",
                "12345678901234567890, -, true",
                "0.1000000000000000055, -, true",
                "1e21, -, true",
                "1e-7, -, true",
                "true, true, false",
                "{}, -, true"
            })
    void numberIsReadAsLeelooStoresIt(String value, @Nullable String read, boolean isUnread) {
        var fields = new BodyFields(JSON.readTree("{\"field\": " + value + "}"));

        assertThat(fields.text("field")).isEqualTo(read);
        assertThat(fields.hasUnread()).isEqualTo(isUnread);
    }

    @Test
    void absentFlagIsFalse() {
        var fields = new BodyFields(JSON.readTree("{}"));

        assertThat(fields.flag("field")).isFalse();
        assertThat(fields.hasUnread()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-01-13 08:20, 2026-01-13T08:20:00Z, false",
                "2026-01-13T10:20:30+02:00, 2026-01-13T08:20:30Z, false",
                "2026-02-30 08:20, -, true",
                "13.01.2026, -, true"
            })
    void minuteIsInUtc(String value, @Nullable Instant read, boolean isUnread) {
        var fields = new BodyFields(JSON.readTree("{\"field\": \"" + value + "\"}"));

        assertThat(fields.minute("field")).isEqualTo(read);
        assertThat(fields.hasUnread()).isEqualTo(isUnread);
    }
}
