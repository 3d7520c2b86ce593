package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.PersonRow;
import java.time.Instant;

/**
 * A row of a person from the cache.
 *
 * @param row the row
 * @param fetchedAt when the gateway asked Leeloo
 * @param isCurrent whether the person was not changed through the gateway since
 * @param isChatCurrent whether no message was sent to the person through the gateway since; otherwise the row has no time of the last message
 */
record CachedPersonRow(PersonRow row, Instant fetchedAt, boolean isCurrent, boolean isChatCurrent) {}
