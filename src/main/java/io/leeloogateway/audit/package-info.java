/** The append-only audit log: records the caller, the action and the outcome of each request. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "bulkhead", "secrets", "access"})
package io.leeloogateway.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
