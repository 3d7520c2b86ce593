/** Tunnels, their statistics, and the traffic sources of lead generation tools. */
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
            "operations"
        })
package io.leeloogateway.tunnels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
