/** A stateful pretend Leeloo for profile sandbox: it knows Leeloo's wire and nothing of the other rooms. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.leeloogateway.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
