package io.leeloogateway.people;

import io.leeloogateway.leeloo.E164;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.leeloo.query.DateOrInstant;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.request.OffsetPageRequest;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Filter of a list of people.
 *
 * @param tag only people with the tag of this name; repeatable, at most 20 times
 * @param phone only people with this phone number, in E.164; encode the plus sign as %2B
 * @param email only people with this e-mail address
 * @param lastMessageFrom only people whose last message is from this date or instant (UTC) or later
 * @param lastMessageTo only people whose last message is from this date or instant (UTC) or earlier
 */
record PeopleFilter(
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 255) String> tag,
        @E164 @Nullable String phone,
        @Email @Size(min = 3, max = 254) @Nullable String email,
        @DateOrInstant @Nullable String lastMessageFrom,
        @DateOrInstant @Nullable String lastMessageTo) {

    /** Spring decodes a plus sign that is not encoded as a blank. */
    PeopleFilter {
        phone = phone != null && phone.startsWith(" ") ? "+" + phone.substring(1) : phone;
    }

    /** Drops a row that Leeloo returned only if the phone or the e-mail is surely somebody else's: Leeloo's own comparison is not reliable. */
    boolean matches(PersonRow row) {
        return (phone == null
                        || (row.phone() != null && StoredPhone.of(row.phone()).mayBe(phone)))
                && (email == null || (row.email() != null && isSameEmail(email, row.email())));
    }

    private static boolean isSameEmail(String wanted, String stored) {
        return normalized(wanted).equals(normalized(stored));
    }

    private static String normalized(String email) {
        return Normalizer.normalize(email, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    ListPeople toQuery(OffsetPageRequest paging) {
        return new ListPeople(tag == null ? List.of() : tag, phone, email, lastMessageFrom, lastMessageTo, paging);
    }
}
