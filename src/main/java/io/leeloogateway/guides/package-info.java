/** The guides for callers and the explanations of problems, as pages for people. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem"})
package io.leeloogateway.guides;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
