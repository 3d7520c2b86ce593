/** Users: the people who work on the Leeloo platform. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"request", "problem", "leeloo", "leeloo :: query", "leeloo :: model", "cache"})
package io.leeloogateway.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
