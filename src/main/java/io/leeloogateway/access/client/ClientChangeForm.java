package io.leeloogateway.access.client;

import static io.leeloogateway.access.client.ClientForm.LINE;
import static io.leeloogateway.access.client.ClientForm.MOST_REQUESTS;
import static io.leeloogateway.access.client.ClientForm.NOT_A_LINE;

import io.leeloogateway.access.Scope;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a client; what is absent or null stays.
 *
 * @param name what it is called, 1 to 100 characters on one line; no two clients share a name, whatever the case of its letters
 * @param owner the team or person to ask about it, 1 to 100 characters on one line
 * @param purpose what it calls the gateway for, 1 to 500 characters on one line
 * @param scopes all that it may do from now on, at least one
 * @param requestsPerMinute how many requests it may make a minute, all its keys together, 1 to 100000
 * @param networks all networks that it may call from, up to 50 in CIDR notation (IPv4 or IPv6); an empty list means from everywhere
 * @param state {@code frozen} stops all its keys, {@code active} lets them work again
 */
record ClientChangeForm(
        @Size(max = 100) @Pattern(regexp = LINE, message = NOT_A_LINE) @Schema(example = "crm-export") @Nullable
        String name,

        @Size(max = 100) @Pattern(regexp = LINE, message = NOT_A_LINE) @Schema(example = "team-crm") @Nullable
        String owner,

        @Size(max = 500)
        @Pattern(regexp = LINE, message = NOT_A_LINE)
        @Schema(example = "nightly export of orders")
        @Nullable
        String purpose,

        @Size(min = 1) @ArraySchema(schema = @Schema(implementation = Scope.class, example = "orders:read")) @Nullable
        List<@NotNull String> scopes,

        @Min(1) @Max(MOST_REQUESTS) @Schema(example = "600") @Nullable
        Integer requestsPerMinute,

        @Size(max = IpAllowList.MOST) @ArraySchema(schema = @Schema(example = "10.1.0.0/16")) @Nullable
        List<@NotNull String> networks,

        @Nullable ClientState state) {

    void applyTo(Client client) {
        client.describe(
                stripped(name).orElse(client.name()),
                stripped(owner).orElse(client.owner()),
                stripped(purpose).orElse(client.purpose()));
        Optional.ofNullable(scopes).map(Scope::parse).ifPresent(client::grant);
        Optional.ofNullable(requestsPerMinute).ifPresent(client::limitTo);
        Optional.ofNullable(networks).map(IpAllowList::parse).ifPresent(client::admitFrom);
        Optional.ofNullable(state).ifPresent(client::become);
    }

    private static Optional<String> stripped(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip);
    }
}
