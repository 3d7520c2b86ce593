/** Users: who works on the platform. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "leeloo", "mirror"})
package io.leeloogateway.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
