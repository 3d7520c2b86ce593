/** Takes Leeloo's events and fetches again what they mention. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "request",
            "problem",
            "connections",
            "secrets",
            "leeloo",
            "leeloo :: query",
            "leeloo :: model",
            "cache"
        })
package io.leeloogateway.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
