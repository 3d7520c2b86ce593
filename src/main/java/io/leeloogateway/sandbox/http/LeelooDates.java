package io.leeloogateway.sandbox.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Formats and parses Leeloo's instants, all in UTC. */
public final class LeelooDates {

    private static final DateTimeFormatter WIRE = formatter("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
    /** Samples of 2015 have no seconds. */
    private static final DateTimeFormatter OLD = formatter("uuuu-MM-dd'T'HH:mm'Z'");

    private static final DateTimeFormatter PAYMENT = formatter("uuuu-MM-dd HH:mm");
    private static final Instant NEWER = Instant.parse("2016-01-01T00:00:00Z");

    private static final List<Function<String, Instant>> FORMATS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDateTime.parse(text, PAYMENT).toInstant(ZoneOffset.UTC));

    private LeelooDates() {}

    public static String format(Instant at) {
        return (at.isBefore(NEWER) ? OLD : WIRE).format(at);
    }

    public static @Nullable String formatNullable(@Nullable Instant at) {
        return at == null ? null : format(at);
    }

    public static Optional<Instant> parse(String text) {
        return FORMATS.stream()
                .flatMap(format -> tryParse(text, format).stream())
                .findFirst();
    }

    private static Optional<Instant> tryParse(String text, Function<String, Instant> format) {
        try {
            return Optional.of(format.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
