package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.Nullable;

/** A category of templates. */
public record TemplateCategory(String id, @Nullable String name) {}
