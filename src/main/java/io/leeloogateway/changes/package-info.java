/** Tells callers what changed at Leeloo, as far as the gateway saw it. The triggers of the cache's tables record it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "secrets", "cache"})
package io.leeloogateway.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
