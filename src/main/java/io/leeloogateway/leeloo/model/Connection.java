package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.Nullable;

/** The company's own bot or mail sender. */
public record Connection(
        String id, @Nullable String type, @Nullable String name) {}
