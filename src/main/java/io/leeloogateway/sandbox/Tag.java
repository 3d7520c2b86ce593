package io.leeloogateway.sandbox;

/** A label of people: read by name, added by id. */
record Tag(String id, String name) {}
