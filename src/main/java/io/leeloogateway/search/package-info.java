/** Search over the cache: words, filters, order and cursors. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem", "bulkhead", "secrets"})
package io.leeloogateway.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
