package io.leeloogateway.request;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A place in a list that runs from new to old: the row that was shown last. */
public record Cursor(Instant createdAt, String id) {

    /** Before the newest row. */
    public static final Cursor START = new Cursor(Instant.parse("9999-12-31T23:59:59Z"), "");

    private static final Pattern PLACE = Pattern.compile("(?<micros>\\d{1,18}) (?<id>[\\w-]{1,40})");

    public static Cursor parse(String text) {
        var match = PLACE.matcher(decoded(text).orElse(""));
        if (!match.matches()) {
            throw new UnknownCursor();
        }
        var createdAt = Instant.EPOCH.plus(Long.parseLong(match.group("micros")), ChronoUnit.MICROS);
        return new Cursor(createdAt, match.group("id"));
    }

    public String text() {
        var place = ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
