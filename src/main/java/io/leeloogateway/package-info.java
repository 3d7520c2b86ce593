/** Leeloo Gateway: an internal REST API in front of Leeloo.ai. */
@NullMarked
package io.leeloogateway;

import org.jspecify.annotations.NullMarked;
