/** The console: a page for the people who operate the gateway, which uses the published API alone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"problem"})
package io.leeloogateway.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
