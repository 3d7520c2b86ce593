/** The routes of operations, the headers of changes and their descriptions in the OpenAPI document. */
@NullMarked
package io.leeloogateway.operations.web;

import org.jspecify.annotations.NullMarked;
