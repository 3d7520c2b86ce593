package io.leeloogateway.access;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.InvalidRequest;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A client to be.
 *
 * @param name what it is called, 1 to 100 characters on one line; no two clients share a name, whatever the case of its letters
 * @param owner the team or person to ask about it, 1 to 100 characters on one line
 * @param purpose what it calls the gateway for, 1 to 500 characters on one line
 * @param scopes what it may do, at least one; no scope implies another
 */
record ClientForm(
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
        List<@NotNull String> scopes) {

    /** No control, format or unpaired surrogate characters: they hide, and PostgreSQL keeps only some of them. */
    private static final String LINE = "\\P{C}*";

    private static final String NOT_A_LINE = "must be one line of printable characters";

    Client toClient(String id, Instant now) {
        return new Client(id, name.strip(), owner.strip(), purpose.strip(), knownScopes(), now);
    }

    private Set<Scope> knownScopes() {
        var unknown = IntStream.range(0, scopes.size())
                .filter(i -> Scope.of(scopes.get(i)).isEmpty())
                .mapToObj(i -> new InvalidField("scopes[" + i + "]", "unknown", "is not a scope of the gateway"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidRequest(unknown);
        }
        var known = EnumSet.noneOf(Scope.class);
        scopes.forEach(word -> Scope.of(word).ifPresent(known::add));
        return known;
    }
}
