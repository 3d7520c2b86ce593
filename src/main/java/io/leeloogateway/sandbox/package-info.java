/** A simulated Leeloo for the profile sandbox. It depends on no other module. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request"})
package io.leeloogateway.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
