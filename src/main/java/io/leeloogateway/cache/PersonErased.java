package io.leeloogateway.cache;

/**
 * A person is erased; modules delete their cache entries of the person in the same transaction.
 *
 * @param links the person with its channels and orders
 */
public record PersonErased(PersonLinks links) {}
