/** Writes audit events and pseudonyms to PostgreSQL. */
@NullMarked
package io.leeloogateway.audit.store;

import org.jspecify.annotations.NullMarked;
