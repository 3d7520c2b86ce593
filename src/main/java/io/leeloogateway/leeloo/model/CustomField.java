package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.Nullable;

/** A field that the company has added to its people. */
public record CustomField(
        @Nullable String type, String name, @Nullable String value) {}
