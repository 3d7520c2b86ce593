package io.leeloogateway.audit;

import io.leeloogateway.audit.capture.AuditTargets;
import io.leeloogateway.audit.store.ContactNormalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A field that a change sets, and the form in which the audit log may keep its value. */
public sealed interface FieldChange {

    Pattern WORD = Pattern.compile("[A-Za-z_]{1,40}+");

    /** The number of ids of a list that are recorded. */
    int MAX_IDS = 100;

    /** A number, a date or a constant, which is recorded as it is. */
    static FieldChange value(String field, @Nullable Object value) {
        return new Value(field, value == null ? "" : value.toString());
    }

    /** Recorded if it has the form of an id. Under {@code /leeloo}, callers may write anything. */
    static FieldChange id(String field, @Nullable String id) {
        return id == null || AuditTargets.isId(id) ? value(field, id) : new Hidden(field, true);
    }

    /** The first ids are recorded, if all have the form of an id. */
    static FieldChange ids(String field, List<String> ids) {
        return ids.stream().allMatch(AuditTargets::isId)
                ? value(field, ids.size() > MAX_IDS ? ids.subList(0, MAX_IDS) + "…" : ids)
                : new Hidden(field, true);
    }

    /** A state, a kind or a currency: recorded if it is one word. */
    static FieldChange word(String field, @Nullable String word) {
        return word == null || WORD.matcher(word).matches() ? value(field, word) : new Hidden(field, true);
    }

    /** Recorded as a pseudonym. */
    static FieldChange phone(String field, @Nullable String number) {
        return new Contact(field, number == null ? "" : ContactNormalizer.phone(number));
    }

    /** Recorded as a pseudonym. */
    static FieldChange email(String field, @Nullable String address) {
        return new Contact(field, address == null ? "" : ContactNormalizer.email(address));
    }

    /** A value that is not recorded; only the name of the field is. */
    static FieldChange hidden(String field, boolean isGiven) {
        return new Hidden(field, isGiven);
    }

    boolean isGiven();

    /** A field with its recorded value. */
    record Value(String field, String value) implements FieldChange {

        @Override
        public boolean isGiven() {
            return !value.isEmpty() && !value.equals("[]");
        }
    }

    /** A phone number or an e-mail address in its normalized form. */
    record Contact(String field, String normalized) implements FieldChange {

        @Override
        public boolean isGiven() {
            return !normalized.isEmpty();
        }
    }

    /** A field whose value is not recorded. */
    record Hidden(String field, boolean isGiven) implements FieldChange {}
}
