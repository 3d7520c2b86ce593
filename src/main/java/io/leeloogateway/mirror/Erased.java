package io.leeloogateway.mirror;

/**
 * A person's copies are deleted; rooms delete, in the same transaction, those of theirs.
 *
 * @param personId whose
 */
public record Erased(String personId) {}
