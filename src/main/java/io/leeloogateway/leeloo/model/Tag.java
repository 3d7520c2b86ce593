package io.leeloogateway.leeloo.model;

/** A tag; people carry its name, changes name its id. */
public record Tag(String id, String name) {}
