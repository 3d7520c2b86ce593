/** The simulated endpoints, one class per resource. */
@NullMarked
package io.leeloogateway.sandbox.endpoint;

import org.jspecify.annotations.NullMarked;
