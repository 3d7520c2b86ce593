package io.leeloogateway.leeloo.change;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of a change that left and was not answered, and of the others beside it.
 *
 * @param at when the send may first have begun
 * @param claimedIds ids of things that other operations are known to have made
 * @param equalClaims how many other operations with the same content, applied or under way, may stand behind a match since then
 * @param rivals how many other operations of the same kind and target are still open
 */
public record SendFacts(Instant at, Set<String> claimedIds, int equalClaims, int rivals) {

    public SendFacts {
        claimedIds = Set.copyOf(claimedIds);
        if (equalClaims < 0 || rivals < 0) {
            throw new IllegalArgumentException("there are no negative counts of operations");
        }
    }

    /** Leeloo's moments have milliseconds; one that is unknown rules nothing out. */
    boolean mayHaveMade(@Nullable Instant moment) {
        return moment == null || !moment.isBefore(at.truncatedTo(ChronoUnit.MILLIS));
    }

    boolean isClaimed(String id) {
        return claimedIds.contains(id);
    }
}
