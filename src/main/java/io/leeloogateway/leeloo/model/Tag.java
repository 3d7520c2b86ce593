package io.leeloogateway.leeloo.model;

/** A tag. People have its name, changes use its id. */
public record Tag(String id, String name) {}
