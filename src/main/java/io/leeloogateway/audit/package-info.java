/** The diary: writes down who did what and what became of it, and proves that nobody changed it since. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "secrets"})
package io.leeloogateway.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
