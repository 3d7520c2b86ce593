/** Counts the requests of each client by action and minute. */
@NullMarked
package io.leeloogateway.access.usage;

import org.jspecify.annotations.NullMarked;
