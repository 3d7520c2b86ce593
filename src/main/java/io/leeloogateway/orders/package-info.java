/** Orders. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "leeloo", "mirror", "operations"})
package io.leeloogateway.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
