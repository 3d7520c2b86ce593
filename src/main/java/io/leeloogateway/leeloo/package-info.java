/** The client of the Leeloo API: the only module that knows its URLs, JSON and failure modes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "bulkhead", "secrets", "quota"})
package io.leeloogateway.leeloo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
