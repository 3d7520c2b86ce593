/** Orders. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "request",
            "problem",
            "leeloo",
            "leeloo :: query",
            "leeloo :: change",
            "leeloo :: model",
            "cache",
            "operations",
            "search",
            "sync"
        })
package io.leeloogateway.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
