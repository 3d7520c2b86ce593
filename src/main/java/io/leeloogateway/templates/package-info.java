/** Templates and their categories. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "leeloo", "mirror"})
package io.leeloogateway.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
