package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.Nullable;

/** A field that the company added to its people's cards. */
public record CustomField(
        @Nullable String type, String name, @Nullable String value) {}
