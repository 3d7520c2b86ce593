package io.leeloogateway.access.client;

import io.leeloogateway.access.Scope;
import io.swagger.v3.oas.annotations.media.ArraySchema;
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
 * @param requestsPerMinute how many requests it may make a minute, all its keys together
 * @param networks where it may call from; from everywhere if there are none
 * @param state whether its keys work: {@code active} or {@code frozen}
 * @param createdAt when it was made
 */
record ClientView(
        @Schema(example = "cl_4fGh2Kd81LmQ") String id,
        @Schema(example = "crm-export") String name,
        @Schema(example = "team-crm") String owner,
        @Schema(example = "nightly export of orders") String purpose,
        List<Scope> scopes,
        @Schema(example = "600") int requestsPerMinute,

        @ArraySchema(schema = @Schema(example = "10.1.0.0/16"))
        List<String> networks,

        ClientState state,
        @Schema(example = "2026-11-23T08:15:30Z") Instant createdAt) {

    static ClientView of(Client client) {
        var rights = client.rights();
        return new ClientView(
                client.id(),
                client.name(),
                client.owner(),
                client.purpose(),
                rights.scopes().stream().sorted().toList(),
                rights.requestsPerMinute(),
                List.of(rights.networks().texts()),
                client.state(),
                client.createdAt());
    }
}
