/** The request being served: its context, its route, and the shapes that responses share. */
@NullMarked
@ApplicationModule(allowedDependencies = {"connections"})
package io.leeloogateway.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
