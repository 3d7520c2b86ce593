/** Loads entries from Leeloo, with one call at a time for each cache key across all instances. */
@NullMarked
package io.leeloogateway.cache.load;

import org.jspecify.annotations.NullMarked;
