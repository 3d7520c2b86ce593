package io.leeloogateway.cache;

/**
 * An invalidation of cache entries, which takes effect with the commit of its transaction.
 *
 * @param transactionId PostgreSQL's id of the transaction
 */
public record Invalidation(String transactionId) {}
