/** The HTTP client: timeouts, connection pool, classification of responses and failures. */
@NullMarked
package io.leeloogateway.leeloo.http;

import org.jspecify.annotations.NullMarked;
