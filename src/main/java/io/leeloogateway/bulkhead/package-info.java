/** Bounds how many costly requests are served at once, so that others find memory and connections to the database. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem"})
package io.leeloogateway.bulkhead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
