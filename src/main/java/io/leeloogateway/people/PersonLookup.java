package io.leeloogateway.people;

import io.leeloogateway.leeloo.Phone;
import io.leeloogateway.problem.InvalidRequest;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a look-up looks for: exactly one of the two is given.
 *
 * @param phone only people with this phone number, in any spelling; encode a plus sign as %2B. Without a country code, the number is one of the
 *     region that is configured
 * @param email only people with this e-mail address
 */
record PersonLookup(
        @Phone @Size(max = 40) @Nullable String phone,
        @Email @Size(min = 3, max = 254) @Nullable String email) {

    PersonLookup checked() {
        if (phone == null && email == null) {
            throw InvalidRequest.of("phone", "required", "give a phone number or an email");
        }
        if (phone != null && email != null) {
            throw InvalidRequest.of("email", "unknown", "must not be given together with phone");
        }
        return this;
    }

    PeopleFilter toFilter() {
        return new PeopleFilter(List.of(), phone, email, null, null);
    }

    PersonSearch toSearch() {
        return new PersonSearch(null, null, null, null, phone, email, null, null, null, null, null, null, "-createdAt");
    }
}
