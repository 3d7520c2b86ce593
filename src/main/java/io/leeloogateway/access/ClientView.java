package io.leeloogateway.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A client.
 *
 * @param id its id, opaque
 * @param name what it is called
 * @param owner the team or person to ask about it
 * @param purpose what it calls the gateway for
 * @param scopes what it may do
 * @param createdAt when it was made
 */
record ClientView(
        @Schema(example = "cl_4fGh2Kd81LmQ") String id,
        @Schema(example = "crm-export") String name,
        @Schema(example = "team-crm") String owner,
        @Schema(example = "nightly export of orders") String purpose,
        List<Scope> scopes,
        @Schema(example = "2026-11-23T08:15:30Z") Instant createdAt) {

    static ClientView of(Client client) {
        return new ClientView(
                client.id(), client.name(), client.owner(), client.purpose(), client.scopes(), client.createdAt());
    }
}
