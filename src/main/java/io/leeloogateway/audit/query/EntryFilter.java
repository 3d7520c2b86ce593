package io.leeloogateway.audit.query;

import io.leeloogateway.problem.InvalidRequest;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The filter of a list of audit entries.
 *
 * @param client only entries of the client with this name or id
 * @param key only entries of requests with the API key of this id
 * @param action only entries of this action
 * @param target only entries about the resource with this id
 * @param person only entries about the person with this id, or whose response contained its data
 * @param outcome only entries with this outcome: success, denied, rejected, failed or unknown
 * @param phone only changes that set this phone number, in any spelling
 * @param email only changes that set this e-mail address, in upper or lower case
 * @param from only entries of requests that arrived at this instant or later
 * @param to only entries of requests that arrived before this instant
 */
record EntryFilter(
        @Size(min = 1, max = 100) @Nullable String client,
        @Pattern(regexp = ID, message = NO_ID) @Nullable String key,

        @Pattern(
                regexp = "[a-z]{1,50}\\.[a-zA-Z]{1,50}",
                message = "must be the name of an action, such as people.addTag")
        @Nullable
        String action,

        @Pattern(regexp = ID, message = NO_ID) @Nullable String target,

        @Pattern(
                regexp = "[0-9a-f]{24}",
                message = "must be 24 lower-case hex characters, such as 64a0c3f00001000000000002")
        @Nullable
        String person,

        @Pattern(
                regexp = "success|denied|rejected|failed|unknown",
                message = "must be success, denied, rejected, failed or unknown")
        @Nullable
        String outcome,

        @Pattern(
                regexp = "[+ ]?([()./ -]*[0-9]){5,20}[)]?",
                message = "must be a telephone number, such as +12025550101")
        @Nullable
        String phone,

        @Email @Size(min = 3, max = 254) @Nullable String email,
        @Nullable Instant from,
        @Nullable Instant to) {

    static final String ID = "[0-9A-Za-z_:.-]{1,100}";
    static final String NO_ID = "must be an id";

    /** Not in the constructor: an exception thrown during binding would not become a problem response. */
    EntryFilter validated() {
        if (from != null && to != null && to.isBefore(from)) {
            throw InvalidRequest.of("to", "range", "must not be before from");
        }
        return this;
    }
}
