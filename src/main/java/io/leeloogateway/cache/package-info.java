/** Serves reads from cached Leeloo responses in PostgreSQL, and from Leeloo where no entry is fresh enough. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "request",
            "problem",
            "bulkhead",
            "access",
            "leeloo",
            "leeloo :: query",
            "leeloo :: model"
        })
package io.leeloogateway.cache;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
