/** The door: who may call, with which key, and what each key opens. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "secrets"})
package io.leeloogateway.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
