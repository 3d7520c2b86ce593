package io.leeloogateway.leeloo;

/** Leeloo took the change and said nothing more. */
public record Accepted() {}
