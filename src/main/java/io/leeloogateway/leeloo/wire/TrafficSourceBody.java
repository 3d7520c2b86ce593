package io.leeloogateway.leeloo.wire;

import org.jspecify.annotations.Nullable;

/** The body of operation 10. */
record TrafficSourceBody(String name, @Nullable String description) {}
