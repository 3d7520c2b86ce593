/** Message templates and their categories. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"request", "problem", "leeloo", "leeloo :: query", "leeloo :: model", "cache"})
package io.leeloogateway.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
