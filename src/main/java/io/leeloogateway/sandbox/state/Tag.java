package io.leeloogateway.sandbox.state;

/** A tag of people: read by name, added by id. */
public record Tag(String id, String name) {}
