/** Turns each served request into an audit event. */
@NullMarked
package io.leeloogateway.audit.capture;

import org.jspecify.annotations.NullMarked;
