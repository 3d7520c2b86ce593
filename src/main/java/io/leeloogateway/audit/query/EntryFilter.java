package io.leeloogateway.audit.query;

import io.leeloogateway.problem.InvalidRequest;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted.
 *
 * @param client only those of this client
 * @param key only those made with the key of this id
 * @param operation only those of this operation: {@code people.addTag}
 * @param target only those about the thing with this id
 * @param person only those that are about the person with this id, or gave its data out
 * @param outcome only those that ended so: ok, refused, rejected, failed or unknown
 * @param phone only changes that gave this phone, in any spelling
 * @param email only changes that gave this e-mail, in upper or lower case
 * @param from only those that began at this instant or later
 * @param to only those that began before this instant
 */
record EntryFilter(
        @Pattern(regexp = ID, message = NO_ID) @Nullable String client,
        @Pattern(regexp = ID, message = NO_ID) @Nullable String key,

        @Pattern(regexp = "[a-z]{1,50}\\.[a-zA-Z]{1,50}", message = "must be the name of an operation") @Nullable
        String operation,

        @Pattern(regexp = ID, message = NO_ID) @Nullable String target,

        @Pattern(regexp = "[0-9a-f]{24}", message = "must be 24 lower-case hex characters") @Nullable
        String person,

        @Pattern(
                regexp = "ok|refused|rejected|failed|unknown",
                message = "must be ok, refused, rejected, failed or unknown")
        @Nullable
        String outcome,

        @Pattern(regexp = "[+ ]?([()./ -]*[0-9]){5,20}[)]?", message = "must be a telephone number") @Nullable
        String phone,

        @Email @Size(min = 3, max = 254) @Nullable String email,
        @Nullable Instant from,
        @Nullable Instant to) {

    static final String ID = "[0-9A-Za-z_:.-]{1,100}";
    static final String NO_ID = "must be an id";

    /** Not while it is bound: what a constructor throws there is nobody's fault. */
    EntryFilter checked() {
        if (from != null && to != null && to.isBefore(from)) {
            throw InvalidRequest.of("to", "range", "must not be before from");
        }
        return this;
    }
}
