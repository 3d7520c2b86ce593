/** The 13 changes, and the checks that decide whether a change with an unknown outcome was applied. */
@NullMarked
@NamedInterface
package io.leeloogateway.leeloo.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
