package io.leeloogateway.access.client;

import io.leeloogateway.access.Scope;
import io.leeloogateway.access.usage.ClientActivity;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A client.
 *
 * @param id its id, opaque
 * @param name its name
 * @param owner the responsible team or person
 * @param purpose the purpose of its requests
 * @param scopes its scopes
 * @param requestsPerMinute its rate limit, shared by all its keys
 * @param weight its share of the calls to Leeloo while others wait, too, in proportion to the weights of the other clients
 * @param networks the networks that it may call from; an empty list permits all networks
 * @param state {@code active}, or {@code frozen} if all its keys are disabled
 * @param createdAt when it was created
 * @param activity its recent requests
 */
record ClientView(
        @Schema(example = "cl_4fGh2Kd81LmQ") String id,
        @Schema(example = "crm-export") String name,
        @Schema(example = "team-crm") String owner,
        @Schema(example = "nightly export of orders") String purpose,
        List<Scope> scopes,
        @Schema(example = "600") int requestsPerMinute,

        @Schema(example = "1") int weight,

        @ArraySchema(schema = @Schema(example = "10.1.0.0/16"))
        List<String> networks,

        ClientState state,
        @Schema(example = "2026-11-23T08:15:30.000Z") Instant createdAt,
        ClientActivity activity) {

    static ClientView of(Client client, ClientActivity activity) {
        var permissions = client.permissions();
        return new ClientView(
                client.id(),
                client.name(),
                client.owner(),
                client.purpose(),
                permissions.scopes().stream().sorted().toList(),
                permissions.requestsPerMinute(),
                permissions.weight(),
                List.of(permissions.networks().toStrings()),
                client.state(),
                client.createdAt(),
                activity);
    }
}
