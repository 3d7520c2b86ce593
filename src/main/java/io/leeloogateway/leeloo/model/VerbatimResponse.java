package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.Nullable;

/**
 * The response to a change as Leeloo sent it.
 *
 * @param leelooStatus the HTTP status
 * @param leelooBody the JSON, unchanged
 * @param createdId the id of the created person or order
 */
public record VerbatimResponse(
        int leelooStatus, String leelooBody, @Nullable String createdId) {}
