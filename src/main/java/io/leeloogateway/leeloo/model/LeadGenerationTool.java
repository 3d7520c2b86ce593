package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.Nullable;

/** A lead generation tool: an entry point of a tunnel. */
public record LeadGenerationTool(
        String id, @Nullable String name, @Nullable String type) {}
