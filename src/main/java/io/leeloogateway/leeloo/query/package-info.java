/** The 17 queries: Leeloo endpoints that change nothing. */
@NullMarked
@NamedInterface
package io.leeloogateway.leeloo.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
