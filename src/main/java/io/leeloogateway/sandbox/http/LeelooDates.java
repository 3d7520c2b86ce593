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

/** Leeloo's spellings of moments, all in UTC. */
public final class LeelooDates {

    private static final DateTimeFormatter WIRE = wire("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
    /** Samples of 2015 have no seconds. */
    private static final DateTimeFormatter OLD = wire("uuuu-MM-dd'T'HH:mm'Z'");

    private static final DateTimeFormatter PAYMENT = wire("uuuu-MM-dd HH:mm");
    private static final Instant NEWER = Instant.parse("2016-01-01T00:00:00Z");

    private static final List<Function<String, Instant>> SPELLINGS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDateTime.parse(text, PAYMENT).toInstant(ZoneOffset.UTC));

    private LeelooDates() {}

    public static String wire(Instant at) {
        return (at.isBefore(NEWER) ? OLD : WIRE).format(at);
    }

    public static @Nullable String optional(@Nullable Instant at) {
        return at == null ? null : wire(at);
    }

    public static Optional<Instant> moment(String text) {
        return SPELLINGS.stream()
                .flatMap(spelling -> parsed(text, spelling).stream())
                .findFirst();
    }

    private static Optional<Instant> parsed(String text, Function<String, Instant> spelling) {
        try {
            return Optional.of(spelling.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter wire(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
