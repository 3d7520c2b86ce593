package io.leeloogateway.request;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A position in a list that is sorted from new to old: the last row of the previous page. */
public record Cursor(Instant createdAt, String id) {

    /** The position before the newest row. */
    public static final Cursor START = new Cursor(Instant.parse("9999-12-31T23:59:59Z"), "");

    private static final Pattern FORMAT = Pattern.compile("(?<micros>\\d{1,18}) (?<id>[\\w-]{1,40})");

    public static Cursor parse(String text) {
        var match = FORMAT.matcher(decoded(text).orElse(""));
        if (!match.matches()) {
            throw new UnknownCursor();
        }
        var createdAt = Instant.EPOCH.plus(Long.parseLong(match.group("micros")), ChronoUnit.MICROS);
        return new Cursor(createdAt, match.group("id"));
    }

    public String text() {
        var position = ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
