/** Authentication, scopes and rate limits of API clients. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "secrets"})
package io.leeloogateway.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
