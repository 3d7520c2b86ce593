/** Secrets from the settings, and the keyed hashes computed with them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.leeloogateway.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
