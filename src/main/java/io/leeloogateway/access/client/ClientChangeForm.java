package io.leeloogateway.access.client;

import static io.leeloogateway.access.client.ClientForm.MAX_REQUESTS_PER_MINUTE;
import static io.leeloogateway.access.client.ClientForm.MAX_WEIGHT;
import static io.leeloogateway.access.client.ClientForm.SINGLE_LINE;
import static io.leeloogateway.access.client.ClientForm.SINGLE_LINE_MESSAGE;

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
 * The change of a client; fields that are absent stay as they are, null is a 400.
 *
 * @param name its name, 1 to 100 characters on one line, unique without regard to case; not {@code bootstrap} or {@code demo}, and without the
 *     beginning {@code cl_} or {@code jwt:}, because these are ids of callers
 * @param owner the responsible team or person, 1 to 100 characters on one line
 * @param purpose the purpose of its requests, 1 to 500 characters on one line
 * @param scopes its new scopes, at least one
 * @param requestsPerMinute its rate limit, shared by all its keys, 1 to 100000
 * @param weight its share of the calls to Leeloo while others wait, too, in proportion to the weights of the other clients, 1 to 100
 * @param networks the networks that it may call from, up to 50 in CIDR notation (IPv4 or IPv6); an empty list permits all networks
 * @param state {@code frozen} disables all its keys, {@code active} enables them again
 */
record ClientChangeForm(
        @Size(max = 100)
        @Pattern(regexp = SINGLE_LINE, message = SINGLE_LINE_MESSAGE)
        @Schema(example = "crm-export")
        @Nullable
        String name,

        @Size(max = 100)
        @Pattern(regexp = SINGLE_LINE, message = SINGLE_LINE_MESSAGE)
        @Schema(example = "team-crm")
        @Nullable
        String owner,

        @Size(max = 500)
        @Pattern(regexp = SINGLE_LINE, message = SINGLE_LINE_MESSAGE)
        @Schema(example = "nightly export of orders")
        @Nullable
        String purpose,

        @Size(min = 1) @ArraySchema(schema = @Schema(implementation = Scope.class)) @Nullable
        List<@NotNull String> scopes,

        @Min(1) @Max(MAX_REQUESTS_PER_MINUTE) @Schema(example = "600") @Nullable
        Integer requestsPerMinute,

        @Min(1) @Max(MAX_WEIGHT) @Schema(example = "1") @Nullable
        Integer weight,

        @Size(max = IpAllowList.MAX_NETWORKS) @ArraySchema(schema = @Schema(example = "10.1.0.0/16")) @Nullable
        List<@NotNull String> networks,

        @Nullable ClientState state) {

    void applyTo(Client client) {
        client.describe(
                stripped(name)
                        .filter(changed -> !changed.equals(client.name()))
                        .map(ReservedNames::requireFree)
                        .orElse(client.name()),
                stripped(owner).orElse(client.owner()),
                stripped(purpose).orElse(client.purpose()));
        Optional.ofNullable(scopes).map(Scope::parse).ifPresent(client::grant);
        Optional.ofNullable(requestsPerMinute).ifPresent(client::limitTo);
        Optional.ofNullable(weight).ifPresent(client::weigh);
        Optional.ofNullable(networks).map(IpAllowList::parse).ifPresent(client::allowFrom);
        Optional.ofNullable(state).ifPresent(client::changeState);
    }

    private static Optional<String> stripped(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip);
    }
}
