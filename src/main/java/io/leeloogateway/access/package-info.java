/** Authentication, scopes and rate limits of API clients. */
@NullMarked
@ApplicationModule(allowedDependencies = {"connections", "request", "problem", "secrets", "quota"})
package io.leeloogateway.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
