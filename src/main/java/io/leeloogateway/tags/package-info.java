/** Tags. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "leeloo", "mirror"})
package io.leeloogateway.tags;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
