/** Tunnels, their statistics and the traffic sources of their tools. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "leeloo", "mirror", "operations"})
package io.leeloogateway.tunnels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
