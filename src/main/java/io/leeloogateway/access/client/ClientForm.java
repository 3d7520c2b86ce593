package io.leeloogateway.access.client;

import io.leeloogateway.access.Scope;
import io.leeloogateway.request.Caller;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A new client.
 *
 * @param name its name, 1 to 100 characters on one line, unique without regard to case; not {@code bootstrap} or {@code demo}, and without the
 *     beginning {@code cl_} or {@code jwt:}, because these are ids of callers
 * @param owner the responsible team or person, 1 to 100 characters on one line
 * @param purpose the purpose of its requests, 1 to 500 characters on one line
 * @param scopes its scopes, at least one; no scope implies another
 * @param requestsPerMinute its rate limit, shared by all its keys, 1 to 100000; 120 by default, or the limit in the settings of the gateway
 * @param weight its share of the calls to Leeloo while others wait, too, in proportion to the weights of the other clients, 1 to 100; 1 by default
 * @param networks the networks that it may call from, up to 50 in CIDR notation (IPv4 or IPv6); all networks by default
 */
public record ClientForm(
        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = SINGLE_LINE, message = SINGLE_LINE_MESSAGE)
        @Schema(example = "crm-export")
        String name,

        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = SINGLE_LINE, message = SINGLE_LINE_MESSAGE)
        @Schema(example = "team-crm")
        String owner,

        @NotBlank
        @Size(max = 500)
        @Pattern(regexp = SINGLE_LINE, message = SINGLE_LINE_MESSAGE)
        @Schema(example = "nightly export of orders")
        String purpose,

        @NotEmpty @ArraySchema(schema = @Schema(implementation = Scope.class))
        List<@NotNull String> scopes,

        @Min(1) @Max(MAX_REQUESTS_PER_MINUTE) @Schema(example = "600") @Nullable
        Integer requestsPerMinute,

        @Min(1) @Max(MAX_WEIGHT) @Schema(example = "1") @Nullable
        Integer weight,

        @Size(max = IpAllowList.MAX_NETWORKS) @ArraySchema(schema = @Schema(example = "10.1.0.0/16")) @Nullable
        List<@NotNull String> networks) {

    /** Excludes blank text and control, format and unpaired surrogate characters, which are invisible; PostgreSQL stores only some of them. */
    static final String SINGLE_LINE = "(?=.*[^\\p{Z}\\p{C}])\\P{C}*";

    static final String SINGLE_LINE_MESSAGE = "must be one line of printable characters";
    static final int MAX_WEIGHT = 100;

    public static final int MAX_REQUESTS_PER_MINUTE = 100_000;

    Client toClient(String id, int defaultRequestsPerMinute, Instant now) {
        var permissions = new ClientPermissions(
                Scope.parse(scopes),
                Objects.requireNonNullElse(requestsPerMinute, defaultRequestsPerMinute),
                Objects.requireNonNullElse(weight, Caller.DEFAULT_WEIGHT),
                IpAllowList.parse(Objects.requireNonNullElse(networks, List.of())));
        return new Client(
                id, ReservedNames.requireFree(name.strip()), owner.strip(), purpose.strip(), permissions, now);
    }
}
