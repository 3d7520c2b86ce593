/** Loads entries from Leeloo, one call at a time for each cache key over all replicas. */
@NullMarked
package io.leeloogateway.cache.load;

import org.jspecify.annotations.NullMarked;
