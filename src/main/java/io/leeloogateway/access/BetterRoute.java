package io.leeloogateway.access;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A route under {@code /api/v1} that serves what a client now asks for in Leeloo's own API.
 *
 * @param action the name of both routes in the audit log
 * @param requests the client's requests in Leeloo's own API in the last seven days
 * @param route method and path of the better route
 */
@Schema(name = "BetterRoute")
record BetterRoute(
        @Schema(example = "people.find") String action,
        @Schema(example = "42") long requests,
        @Schema(example = "GET /api/v1/people/{personId}") String route) {}
