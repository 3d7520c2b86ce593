/** Stores cache entries in PostgreSQL, each with its generation, and parsed values in memory. */
@NullMarked
package io.leeloogateway.cache.store;

import org.jspecify.annotations.NullMarked;
