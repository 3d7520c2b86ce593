/** Channels, their messages and subscriptions, and connections. */
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
package io.leeloogateway.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
