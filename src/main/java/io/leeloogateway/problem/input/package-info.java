/** Strict checks of a request: parameters, media types, size and JSON of the body. */
@NullMarked
package io.leeloogateway.problem.input;

import org.jspecify.annotations.NullMarked;
