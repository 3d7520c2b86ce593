package io.leeloogateway.request;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Ids that sort by the moment they were made at (RFC 9562, UUIDv7). */
@Component
public class UuidV7Generator {

    /** The bits that count the ids of a millisecond; the first is left for growth (RFC 9562, 6.2, method 1). */
    private static final int COUNTING = 12;

    private static final long COUNT = (1 << COUNTING) - 1;

    /** How far a clock may be set back before ids follow it. */
    private static final long BACK = Duration.ofMinutes(1).toMillis() << COUNTING;

    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** The last moment that fits into 48 bits of milliseconds. */
    private static final Instant END = Instant.ofEpochMilli((1L << 48) - 1);

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Clock clock;
    private final SecureRandom random;

    /** The milliseconds and the count of the last one. */
    private final AtomicLong last = new AtomicLong();

    UuidV7Generator(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** After every one that this process made before, unless its clock was set back by more than a minute. */
    public UUID next() {
        var now = (clock.millis() << COUNTING) | random.nextInt(1 << (COUNTING - 1));
        var place = last.accumulateAndGet(now, UuidV7Generator::after);
        return new UUID(((place & ~COUNT) << 4) | VERSION | (place & COUNT), VARIANT | random.nextLong() >>> 2);
    }

    private static long after(long last, long now) {
        return now > last || last - now > BACK ? now : last + 1;
    }

    public static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** Not after any id that is made at that moment; before 1970 and after the year 10889 none is. */
    public static UUID first(Instant moment) {
        if (moment.isBefore(Instant.EPOCH)) {
            return of(Instant.EPOCH);
        }
        return of(moment.isAfter(END) ? END : moment);
    }

    /** Not after any id that is made in the same millisecond. */
    public static UUID startOf(UUID id) {
        return first(at(id));
    }

    /** When it was made, to the millisecond. */
    public static Instant at(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private static UUID of(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16 | VERSION, VARIANT);
    }
}
