/** Leeloo's requests and responses. */
@NullMarked
package io.leeloogateway.leeloo.wire;

import org.jspecify.annotations.NullMarked;
