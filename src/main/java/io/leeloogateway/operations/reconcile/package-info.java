/** Reconciles operations with an unknown outcome: checks at Leeloo whether the change was applied. */
@NullMarked
package io.leeloogateway.operations.reconcile;

import org.jspecify.annotations.NullMarked;
