/** Speaks Leeloo's own API: the same requests and responses, with the gateway's keys, cache, operations and audit log. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "request",
            "problem",
            "leeloo",
            "leeloo :: query",
            "leeloo :: change",
            "leeloo :: model",
            "leeloo :: verbatim",
            "cache",
            "operations"
        })
package io.leeloogateway.compat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
