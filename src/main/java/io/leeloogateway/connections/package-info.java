/** Bounds what connections and incomplete requests hold: their number, their time and their memory. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.leeloogateway.connections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
