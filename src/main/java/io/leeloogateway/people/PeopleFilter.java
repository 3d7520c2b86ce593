package io.leeloogateway.people;

import io.leeloogateway.leeloo.CompatibleText;
import io.leeloogateway.leeloo.Phone;
import io.leeloogateway.leeloo.PhoneNumbers;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.leeloo.query.DateOrInstant;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.request.OffsetPageRequest;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Filter of a list of people.
 *
 * @param tag only people with the tag of this name; repeatable, at most 20 times
 * @param phone only people with this phone number, in any spelling; encode a plus sign as %2B. Without a country code, the number is one of the
 *     region that is configured
 * @param email only people with this e-mail address
 * @param lastMessageFrom only people whose last message is from this date or instant (UTC) or later
 * @param lastMessageTo only people whose last message is from this date or instant (UTC) or earlier
 */
record PeopleFilter(
        @Size(max = 20) @Nullable List<@NotBlank @Size(max = 255) String> tag,
        @Phone @Size(max = 40) @Nullable String phone,
        @Email @Size(min = 3, max = 254) @Nullable String email,
        @DateOrInstant @Nullable String lastMessageFrom,
        @DateOrInstant @Nullable String lastMessageTo) {

    /** Drops a row that Leeloo returned only if the phone or the e-mail is surely somebody else's: Leeloo's own comparison is not reliable. */
    boolean matches(PersonRow row, PhoneNumbers phones) {
        return (phone == null
                        || (row.phone() != null
                                && phones.mayBe(phones.e164(phone).orElseThrow(), row.phone())))
                && (email == null || (row.email() != null && isSameEmail(email, row.email())));
    }

    private static boolean isSameEmail(String wanted, String stored) {
        return normalized(wanted).equals(normalized(stored));
    }

    private static String normalized(String email) {
        return CompatibleText.of(email).strip().toLowerCase(Locale.ROOT);
    }

    /** Leeloo takes phone numbers in E.164 only. */
    ListPeople toQuery(OffsetPageRequest paging, PhoneNumbers phones) {
        var number = phone == null ? null : phones.e164(phone).orElseThrow();
        return new ListPeople(tag == null ? List.of() : tag, number, email, lastMessageFrom, lastMessageTo, paging);
    }
}
