/** Documents the problems of each route in the OpenAPI document. */
@NullMarked
package io.leeloogateway.problem.openapi;

import org.jspecify.annotations.NullMarked;
