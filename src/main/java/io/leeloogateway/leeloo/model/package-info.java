/** Leeloo's resources without its envelopes and spellings. */
@NullMarked
@NamedInterface
package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
