/** Start-up checks, migrations, warm-up, health and graceful shutdown. */
@NullMarked
@ApplicationModule(allowedDependencies = {"request", "problem"})
package io.leeloogateway.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
