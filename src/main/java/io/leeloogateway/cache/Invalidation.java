package io.leeloogateway.cache;

import java.util.Set;

/**
 * An invalidation of cache entries, which takes effect with the commit of its transaction.
 *
 * @param transactionId PostgreSQL's id of the transaction
 * @param scopes the scopes of the invalidated entries
 */
public record Invalidation(String transactionId, Set<String> scopes) {}
