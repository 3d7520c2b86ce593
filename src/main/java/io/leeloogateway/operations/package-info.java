/** Sends each change to Leeloo at most once and records its outcome. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "request",
            "problem",
            "bulkhead",
            "secrets",
            "access",
            "audit",
            "leeloo",
            "leeloo :: query",
            "leeloo :: change",
            "leeloo :: model",
            "cache"
        })
package io.leeloogateway.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
