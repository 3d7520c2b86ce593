/** People, their tags, comments and stored personal data. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "request",
            "problem",
            "bulkhead",
            "leeloo",
            "leeloo :: query",
            "leeloo :: change",
            "leeloo :: model",
            "cache",
            "operations",
            "search",
            "orders",
            "sync",
            "users"
        })
package io.leeloogateway.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
