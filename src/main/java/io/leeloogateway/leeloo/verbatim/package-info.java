/** Reads requests of callers who speak Leeloo's own API. */
@NamedInterface("verbatim")
@NullMarked
package io.leeloogateway.leeloo.verbatim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
