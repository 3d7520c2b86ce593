package io.leeloogateway.request;

import java.util.UUID;

/**
 * A reference to the operation that a response belongs to.
 *
 * @param operationId the id of the operation
 * @param requestId the id of the request that created the response; a replayed response has the first request's id
 */
public record OperationRef(UUID operationId, String requestId) {}
