package io.leeloogateway.request;

import java.util.UUID;

/**
 * The operation of the ledger that an answer tells of.
 *
 * @param operationId its id
 * @param requestId the request that was answered first
 */
public record OperationRef(UUID operationId, String requestId) {}
