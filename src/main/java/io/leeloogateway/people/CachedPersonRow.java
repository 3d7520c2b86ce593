package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.PersonRow;
import java.time.Instant;

/**
 * A row of a person from the cache.
 *
 * @param row the row
 * @param fetchedAt when the gateway asked Leeloo
 * @param isCurrent whether the person was not changed through the gateway since
 */
record CachedPersonRow(PersonRow row, Instant fetchedAt, boolean isCurrent) {}
