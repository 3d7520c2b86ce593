/** Tags. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"request", "problem", "leeloo", "leeloo :: query", "leeloo :: model", "cache", "people"})
package io.leeloogateway.tags;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
