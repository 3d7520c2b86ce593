/** Keeps the connections of callers open after error responses. */
@NullMarked
package io.leeloogateway.problem.connection;

import org.jspecify.annotations.NullMarked;
