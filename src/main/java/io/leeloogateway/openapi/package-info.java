/** The published OpenAPI document and Swagger UI. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem"})
package io.leeloogateway.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
