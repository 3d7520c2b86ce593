package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.Nullable;

/** A message written in advance. */
public record Template(String id, @Nullable String name) {}
