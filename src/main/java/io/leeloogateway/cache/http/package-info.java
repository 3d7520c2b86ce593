/** HTTP caching headers: Cache-Control, Age, ETag and Cache-Status. */
@NullMarked
package io.leeloogateway.cache.http;

import org.jspecify.annotations.NullMarked;
