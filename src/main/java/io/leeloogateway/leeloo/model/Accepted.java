package io.leeloogateway.leeloo.model;

/** Leeloo accepted the change without describing the result. */
public record Accepted() {}
