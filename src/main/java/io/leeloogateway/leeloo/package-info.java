/** The only room that knows Leeloo's URLs, JSON and moods. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem"})
package io.leeloogateway.leeloo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
