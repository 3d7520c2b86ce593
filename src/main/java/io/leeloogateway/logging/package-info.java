/** Bounds the growth of the log. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.leeloogateway.logging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
