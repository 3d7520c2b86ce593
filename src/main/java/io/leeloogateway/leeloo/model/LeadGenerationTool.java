package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.Nullable;

/** An entry point of a tunnel. */
public record LeadGenerationTool(
        String id, @Nullable String name, @Nullable String type) {}
