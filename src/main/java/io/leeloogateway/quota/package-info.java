/** Schedules the calls to Leeloo: never more than its limit over all replicas, fair by class of call and by client. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem"})
package io.leeloogateway.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
