package io.leeloogateway.search;

import io.leeloogateway.request.Rfc3339;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A range of times, both bounds included.
 *
 * @param from the lower bound; null if there is none
 * @param to the upper bound; null if there is none
 */
public record TimeRange(@Nullable Instant from, @Nullable Instant to) {

    /** Of dates (UTC) or instants; the range ends with the day of its upper bound. */
    public static TimeRange of(@Nullable String from, @Nullable String to) {
        return new TimeRange(
                from == null ? null : instant(from, 0),
                to == null ? null : isDate(to) ? instant(to, 1).minus(1, ChronoUnit.MICROS) : instant(to, 0));
    }

    private static Instant instant(String text, int moreDays) {
        return isDate(text)
                ? LocalDate.parse(text).plusDays(moreDays).atStartOfDay().toInstant(ZoneOffset.UTC)
                : Rfc3339.parse(text).orElseThrow();
    }

    private static boolean isDate(String text) {
        return text.length() == "2026-01-31".length();
    }
}
