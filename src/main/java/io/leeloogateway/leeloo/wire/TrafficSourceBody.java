package io.leeloogateway.leeloo.wire;

import org.jspecify.annotations.Nullable;

/** Request body of Leeloo endpoint 10. */
record TrafficSourceBody(String name, @Nullable String description) {}
