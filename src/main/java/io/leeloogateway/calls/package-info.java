/** Telephone calls. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "leeloo", "mirror", "operations"})
package io.leeloogateway.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
