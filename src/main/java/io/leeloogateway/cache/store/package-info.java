/** The cache tables, their generations and the process-local cache of parsed entries. */
@NullMarked
package io.leeloogateway.cache.store;

import org.jspecify.annotations.NullMarked;
