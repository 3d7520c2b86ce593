package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;

/** RFC 9110, 10.2.3. */
class RetryAfterTests {

    private static final String NOW = "Tue, 13 Jan 2026 08:00:00 GMT";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                             | PT0S
            7                             | PT7S
            ' 7 '                         | PT7S
            3600                          | PT1H
            3601                          | PT1H
            999999999                     | PT1H
            Tue, 13 Jan 2026 08:00:30 GMT | PT30S
            Tue, 13 Jan 2026 08:00:00 GMT | PT0S
            Tue, 13 Jan 2026 07:59:00 GMT | PT0S
            Tue, 13 Jan 2026 09:00:01 GMT | PT1H
            Thu, 01 Jan 1970 00:00:00 GMT | PT0S
            """)
    void delayIsSecondsOrADateOfAtMostAnHour(String value, Duration delay) {
        assertThat(RetryAfter.of(headers(value, NOW))).isEqualTo(delay);
    }

    @ParameterizedTest
    @CsvSource({"soon", "-1", "1.5", "1000000000", "'Tue, 32 Jan 2026 08:00:30 GMT'"})
    void otherValueIsNoDelay(String value) {
        assertThat(RetryAfter.of(headers(value, NOW))).isNull();
    }

    @Test
    void delayIsAbsentWithoutTheHeaderOrTheDateOfTheResponse() {
        var undated = new HttpHeaders();
        undated.set(HttpHeaders.RETRY_AFTER, NOW);

        assertThat(RetryAfter.of(new HttpHeaders())).isNull();
        assertThat(RetryAfter.of(undated)).isNull();
    }

    @Test
    void datesAreComparedByLeeloosClock() {
        var headers = headers("Thu, 01 Jan 1970 00:00:05 GMT", "Thu, 01 Jan 1970 00:00:00 GMT");

        assertThat(RetryAfter.of(headers)).isEqualTo(Duration.ofSeconds(5));
    }

    private static HttpHeaders headers(String retryAfter, String date) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, retryAfter);
        headers.set(HttpHeaders.DATE, date);
        return headers;
    }
}
