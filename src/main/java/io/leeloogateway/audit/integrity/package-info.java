/** Seals the audit log and detects edited, deleted or reordered events. */
@NullMarked
package io.leeloogateway.audit.integrity;

import org.jspecify.annotations.NullMarked;
