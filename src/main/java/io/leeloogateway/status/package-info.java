/** The state of the gateway over all replicas, for the people who operate it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "cache"})
package io.leeloogateway.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
