package io.leeloogateway.audit;

import io.leeloogateway.audit.store.ContactNormalizer;
import org.jspecify.annotations.Nullable;

/** A field that a change sets, and the form in which the audit log may keep its value. */
public sealed interface FieldChange {

    /** A value that is not personal data and is recorded as it is. */
    static FieldChange value(String field, @Nullable Object value) {
        return new Value(field, value == null ? "" : value.toString());
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
