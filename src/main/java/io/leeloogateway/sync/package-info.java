/** Walks Leeloo's lists into the cache, so that one call refreshes up to a hundred entries. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "request",
            "problem",
            "bulkhead",
            "access",
            "quota",
            "leeloo",
            "leeloo :: query",
            "leeloo :: model",
            "cache"
        })
package io.leeloogateway.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
