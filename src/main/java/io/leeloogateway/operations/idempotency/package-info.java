/** Answers a repeated Idempotency-Key with the first response. */
@NullMarked
package io.leeloogateway.operations.idempotency;

import org.jspecify.annotations.NullMarked;
