/** Routes that read and export the audit log. */
@NullMarked
package io.leeloogateway.audit.query;

import org.jspecify.annotations.NullMarked;
