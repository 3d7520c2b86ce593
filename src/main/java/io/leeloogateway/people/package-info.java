/** People, their tags and comments. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "leeloo", "mirror", "operations", "orders", "users"})
package io.leeloogateway.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
