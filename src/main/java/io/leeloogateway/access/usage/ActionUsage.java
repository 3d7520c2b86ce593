package io.leeloogateway.access.usage;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How often an operation was used.
 *
 * @param operation its name in diary and metrics
 * @param requests how many requests came for it, refused ones not counted
 */
public record ActionUsage(
        @Schema(example = "people.find") String operation,
        @Schema(example = "42") long requests) {}
