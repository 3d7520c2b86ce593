package io.leeloogateway.people;

import io.leeloogateway.leeloo.E164;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.leeloo.query.DateOrInstant;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.request.OffsetPageRequest;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which people are wanted.
 *
 * @param tag only people with this tag, by name; may be repeated, at most 20 times
 * @param phone only people with this phone, in E.164; encode the plus sign as %2B
 * @param email only people with this e-mail address
 * @param lastMessageFrom only people with a last message at this date or instant (UTC) or later
 * @param lastMessageTo only people with a last message at this date or instant (UTC) or earlier
 */
record PeopleFilter(
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 255) String> tag,
        @E164 @Nullable String phone,
        @Email @Size(min = 3, max = 254) @Nullable String email,
        @DateOrInstant @Nullable String lastMessageFrom,
        @DateOrInstant @Nullable String lastMessageTo) {

    /** A leading blank is a plus sign that nobody encoded. */
    PeopleFilter {
        phone = phone != null && phone.startsWith(" ") ? "+" + phone.substring(1) : phone;
    }

    /** Leeloo's own comparison is not to be relied on: who is not who was asked for is left out. */
    boolean admits(PersonRow row) {
        return (phone == null || digits(phone).equals(digits(row.phone())))
                && (email == null || email.equalsIgnoreCase(row.email()));
    }

    private static String digits(@Nullable String number) {
        return number == null ? "" : number.replaceAll("\\D", "");
    }

    ListPeople toQuery(OffsetPageRequest paging) {
        return new ListPeople(tag == null ? List.of() : tag, phone, email, lastMessageFrom, lastMessageTo, paging);
    }
}
