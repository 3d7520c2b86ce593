/** Creates monthly partitions and drops those past the retention period. */
@NullMarked
package io.leeloogateway.audit.retention;

import org.jspecify.annotations.NullMarked;
