/** The budget of calls that all replicas share. */
@NullMarked
package io.leeloogateway.quota.ledger;

import org.jspecify.annotations.NullMarked;
