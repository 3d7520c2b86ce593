package io.leeloogateway.request;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Generates UUIDs that sort by their time of creation (UUIDv7, RFC 9562). */
@Component
public class UuidV7Generator {

    /** The bits of the counter within a millisecond; the highest starts at zero so that the counter can grow (RFC 9562, 6.2, method 1). */
    private static final int COUNTER_BITS = 12;

    private static final long COUNTER = (1 << COUNTER_BITS) - 1;

    /** The largest clock step backwards that ids ignore. */
    private static final long MAX_STEP_BACK = Duration.ofMinutes(1).toMillis() << COUNTER_BITS;

    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** The last instant that fits into 48 bits of milliseconds. */
    private static final Instant END = Instant.ofEpochMilli((1L << 48) - 1);

    private static final Pattern FORMAT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Clock clock;
    private final SecureRandom random;

    /** The milliseconds and the counter of the last id. */
    private final AtomicLong last = new AtomicLong();

    UuidV7Generator(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** Sorts after all previous ids of this process, unless the clock was set back by more than a minute. */
    public UUID next() {
        var bits = ByteBuffer.wrap(randomBytes());
        var now = (clock.millis() << COUNTER_BITS) | (bits.getShort() & (COUNTER >> 1));
        var value = last.accumulateAndGet(now, UuidV7Generator::after);
        return new UUID(((value & ~COUNTER) << 4) | VERSION | (value & COUNTER), VARIANT | bits.getLong() >>> 2);
    }

    /** Of one call: each one costs a hash. */
    private byte[] randomBytes() {
        var bytes = new byte[Short.BYTES + Long.BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static long after(long last, long now) {
        return now > last || last - now > MAX_STEP_BACK ? now : last + 1;
    }

    public static Optional<UUID> parse(String text) {
        return FORMAT.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** A lower bound of the ids of an instant, clamped to the years 1970 to 10889. */
    public static UUID lowerBound(Instant instant) {
        if (instant.isBefore(Instant.EPOCH)) {
            return of(Instant.EPOCH);
        }
        return of(instant.isAfter(END) ? END : instant);
    }

    /** A lower bound of the ids of the same millisecond. */
    public static UUID lowerBound(UUID id) {
        return lowerBound(timestamp(id));
    }

    /** The time of creation, to the millisecond. */
    public static Instant timestamp(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private static UUID of(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16 | VERSION, VARIANT);
    }
}
