/** Replays the first response to a repeated idempotency key. */
@NullMarked
package io.leeloogateway.operations.idempotency;

import org.jspecify.annotations.NullMarked;
