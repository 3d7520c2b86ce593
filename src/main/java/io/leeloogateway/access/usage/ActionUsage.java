package io.leeloogateway.access.usage;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The requests for an action.
 *
 * @param action its name in the audit log and in metrics
 * @param requests the number of authorized requests
 */
public record ActionUsage(
        @Schema(example = "people.find") String action,
        @Schema(example = "42") long requests) {}
