/** Channels, their messages and subscriptions, and the connections they run over. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "leeloo", "mirror", "operations"})
package io.leeloogateway.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
