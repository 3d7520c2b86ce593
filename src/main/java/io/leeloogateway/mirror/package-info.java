/** Answers reads: from our own copy where it is good enough, otherwise by asking Leeloo. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "leeloo"})
package io.leeloogateway.mirror;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
