/** RFC 9457 problems: checks requests and turns failures into error responses. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "connections"})
package io.leeloogateway.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
