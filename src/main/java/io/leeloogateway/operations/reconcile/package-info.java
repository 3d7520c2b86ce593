/** Settles operations with an unknown outcome by looking at Leeloo. */
@NullMarked
package io.leeloogateway.operations.reconcile;

import org.jspecify.annotations.NullMarked;
