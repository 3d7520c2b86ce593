package io.leeloogateway.leeloo.wire;

import org.jspecify.annotations.Nullable;

/** A pointer to another thing on the wire. */
record LinkWire(@Nullable String type, String id) {}
