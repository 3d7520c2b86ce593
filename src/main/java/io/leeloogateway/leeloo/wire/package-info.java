/** Leeloo's JSON and its HTTP interfaces. */
@NullMarked
package io.leeloogateway.leeloo.wire;

import org.jspecify.annotations.NullMarked;
