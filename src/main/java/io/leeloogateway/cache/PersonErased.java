package io.leeloogateway.cache;

/**
 * A person's copies are deleted; rooms delete, in the same transaction, those of theirs.
 *
 * @param links whose, and what hangs on the person
 */
public record PersonErased(PersonLinks links) {}
