/** The append-only audit log: records who did what and with which outcome. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "secrets"})
package io.leeloogateway.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
