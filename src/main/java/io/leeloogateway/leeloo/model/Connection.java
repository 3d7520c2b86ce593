package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.Nullable;

/** A bot or mail sender of the company. */
public record Connection(
        String id, @Nullable String type, @Nullable String name) {}
