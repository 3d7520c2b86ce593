/** Sends each recorded change at most once, and recovers the operations of dead instances. */
@NullMarked
package io.leeloogateway.operations.dispatch;

import org.jspecify.annotations.NullMarked;
