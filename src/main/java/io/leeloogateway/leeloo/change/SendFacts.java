package io.leeloogateway.leeloo.change;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operation records' facts about a sent change with an unknown outcome.
 *
 * @param startedAt the earliest instant of the send
 * @param claimedIds ids of resources that other operations have created, and of people that they have changed
 * @param equalOperations the number of other operations with the same content, or one that looks the same at Leeloo, applied, unknown or in progress, that may have caused a match
 * @param rivals the number of other operations of the same action and target that may have caused what Leeloo shows
 */
public record SendFacts(Instant startedAt, Set<String> claimedIds, int equalOperations, int rivals) {

    /** How far Leeloo's clock may differ from the gateway's. */
    private static final Duration MAX_CLOCK_SKEW = Duration.ofSeconds(5);

    /** Until the effect at Leeloo: the longest time of a call, which starts at most 2.5 s after {@code started_at}. */
    private static final Duration MAX_DURATION = Duration.ofSeconds(63);

    /** An operation that starts later than this after the send cannot have created what may be of the send, as clocks may differ both ways. */
    public static final Duration COMPETITION = MAX_DURATION.plus(MAX_CLOCK_SKEW.multipliedBy(2));

    public SendFacts {
        claimedIds = Set.copyOf(claimedIds);
        if (equalOperations < 0 || rivals < 0) {
            throw new IllegalArgumentException("a number of operations is negative");
        }
    }

    /** Leeloo's timestamps have milliseconds. An absent timestamp excludes nothing. */
    boolean isSinceSend(@Nullable Instant timestamp) {
        return timestamp == null || !timestamp.isBefore(startedAt.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Whether a resource may be one that the change has created. Later ones are of others, for example a second order of the person. */
    boolean mayHaveCreatedAt(@Nullable Instant timestamp) {
        return isSinceSend(timestamp)
                && (timestamp == null
                        || !timestamp.isAfter(startedAt.plus(MAX_DURATION).plus(MAX_CLOCK_SKEW)));
    }

    /**
     * Whether a resource was not updated since the send, as far as Leeloo's timestamps are right: it was never updated since its creation, or only
     * before the send. A timestamp without seconds may be from any second of its minute.
     */
    boolean excludesUpdate(@Nullable Instant createdAt, Instant updatedAt) {
        var hasSeconds = !updatedAt.equals(updatedAt.truncatedTo(ChronoUnit.MINUTES));
        var latest = hasSeconds ? updatedAt : updatedAt.plus(Duration.ofMinutes(1));
        return (hasSeconds && updatedAt.equals(createdAt)) || latest.isBefore(startedAt.minus(MAX_CLOCK_SKEW));
    }

    boolean isClaimed(String id) {
        return claimedIds.contains(id);
    }
}
