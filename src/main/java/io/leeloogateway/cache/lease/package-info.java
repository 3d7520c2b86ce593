/** Leases under which a replica answers from its memory, and confirmations of invalidations by all replicas (ADR 21). */
@NullMarked
package io.leeloogateway.cache.lease;

import org.jspecify.annotations.NullMarked;
