/** Sends a change once, and detects operations whose instance died. */
@NullMarked
package io.leeloogateway.operations.dispatch;

import org.jspecify.annotations.NullMarked;
