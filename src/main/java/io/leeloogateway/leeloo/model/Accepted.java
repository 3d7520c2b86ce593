package io.leeloogateway.leeloo.model;

/** Leeloo took the change and said nothing more. */
public record Accepted() {}
