/** Sends changes and says what became of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "secrets", "audit", "leeloo", "mirror"})
package io.leeloogateway.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
