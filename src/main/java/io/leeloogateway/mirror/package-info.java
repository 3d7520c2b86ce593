/** Answers reads: for now by asking Leeloo. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "leeloo"})
package io.leeloogateway.mirror;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
