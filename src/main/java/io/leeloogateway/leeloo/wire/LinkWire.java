package io.leeloogateway.leeloo.wire;

import org.jspecify.annotations.Nullable;

/** A reference to another resource in Leeloo's JSON. */
record LinkWire(@Nullable String type, String id) {}
