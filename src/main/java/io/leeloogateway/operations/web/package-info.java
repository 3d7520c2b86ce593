/** Routes, headers and OpenAPI texts of operations. */
@NullMarked
package io.leeloogateway.operations.web;

import org.jspecify.annotations.NullMarked;
