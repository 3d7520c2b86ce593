/** What must not be guessed: secrets of the settings, and the keyed hashes that are made with them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.leeloogateway.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
