/** Limits the requests per minute of each client over all replicas. */
@NullMarked
package io.leeloogateway.access.ratelimit;

import org.jspecify.annotations.NullMarked;
