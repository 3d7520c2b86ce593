package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.Nullable;

/** A message template. */
public record Template(String id, @Nullable String name) {}
