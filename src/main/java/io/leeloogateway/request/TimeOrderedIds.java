package io.leeloogateway.request;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Ids that sort by the moment they were made at (RFC 9562, UUIDv7). */
@Component
public class TimeOrderedIds {

    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** The last moment that fits into 48 bits of milliseconds. */
    private static final Instant END = Instant.ofEpochMilli((1L << 48) - 1);

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Clock clock;
    private final SecureRandom random;

    TimeOrderedIds(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        return of(clock.instant(), random.nextInt(1 << 12), random.nextLong());
    }

    public static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** Not after any id that is made at that moment; before 1970 and after the year 10889 none is. */
    public static UUID first(Instant moment) {
        if (moment.isBefore(Instant.EPOCH)) {
            return of(Instant.EPOCH, 0, 0);
        }
        return of(moment.isAfter(END) ? END : moment, 0, 0);
    }

    /** Not after any id that is made in the same millisecond. */
    public static UUID startOf(UUID id) {
        return first(at(id));
    }

    /** When it was made, to the millisecond. */
    public static Instant at(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private static UUID of(Instant moment, long early, long late) {
        return new UUID(moment.toEpochMilli() << 16 | VERSION | early, VARIANT | late >>> 2);
    }
}
