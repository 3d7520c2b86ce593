/** Leeloo's JSON and HTTP interfaces. */
@NullMarked
package io.leeloogateway.leeloo.wire;

import org.jspecify.annotations.NullMarked;
