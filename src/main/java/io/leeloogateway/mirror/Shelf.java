package io.leeloogateway.mirror;

import java.util.Optional;

/**
 * Where a copy stands, or could.
 *
 * @param copy the copy, if there is one
 * @param generation how often what it depends on was changed so far
 */
record Shelf(Optional<Copy> copy, long generation) {}
