/** Says what is wrong with a request and what went wrong with it, as RFC 9457 problems. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request"})
package io.leeloogateway.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
