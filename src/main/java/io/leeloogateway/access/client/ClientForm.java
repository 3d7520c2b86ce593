package io.leeloogateway.access.client;

import io.leeloogateway.access.Scope;
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
 * A client to be.
 *
 * @param name what it is called, 1 to 100 characters on one line; no two clients share a name, whatever the case of its letters
 * @param owner the team or person to ask about it, 1 to 100 characters on one line
 * @param purpose what it calls the gateway for, 1 to 500 characters on one line
 * @param scopes what it may do, at least one; no scope implies another
 * @param requestsPerMinute how many requests it may make a minute, all its keys together, 1 to 100000; 120 unless the gateway is set otherwise
 * @param networks where it may call from, up to 50 networks in CIDR notation (IPv4 or IPv6); from everywhere unless given
 */
public record ClientForm(
        @NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = NOT_A_LINE) @Schema(example = "crm-export")
        String name,

        @NotBlank @Size(max = 100) @Pattern(regexp = LINE, message = NOT_A_LINE) @Schema(example = "team-crm")
        String owner,

        @NotBlank
        @Size(max = 500)
        @Pattern(regexp = LINE, message = NOT_A_LINE)
        @Schema(example = "nightly export of orders")
        String purpose,

        @NotEmpty @ArraySchema(schema = @Schema(implementation = Scope.class, example = "orders:read"))
        List<@NotNull String> scopes,

        @Min(1) @Max(MOST_REQUESTS) @Schema(example = "600") @Nullable
        Integer requestsPerMinute,

        @Size(max = IpAllowList.MOST) @ArraySchema(schema = @Schema(example = "10.1.0.0/16")) @Nullable
        List<@NotNull String> networks) {

    /** No control, format or unpaired surrogate characters: they hide, and PostgreSQL keeps only some of them. Not blanks alone. */
    static final String LINE = "(?=.*[^\\p{Z}\\p{C}])\\P{C}*";

    static final String NOT_A_LINE = "must be one line of printable characters";
    public static final int MOST_REQUESTS = 100_000;

    Client toClient(String id, int defaultRequestsPerMinute, Instant now) {
        var rights = new ClientPermissions(
                Scope.parse(scopes),
                Objects.requireNonNullElse(requestsPerMinute, defaultRequestsPerMinute),
                IpAllowList.parse(Objects.requireNonNullElse(networks, List.of())));
        return new Client(id, name.strip(), owner.strip(), purpose.strip(), rights, now);
    }
}
