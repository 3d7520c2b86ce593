package io.leeloogateway.audit;

import io.leeloogateway.audit.store.ContactNormalizer;
import org.jspecify.annotations.Nullable;

/** A field that a change gives a value, and how much of that value the diary may know. */
public sealed interface FieldChange {

    /** Not personal, written down as it is. */
    static FieldChange value(String field, @Nullable Object value) {
        return new Value(field, value == null ? "" : value.toString());
    }

    /** Written down as a random name. */
    static FieldChange phone(String field, @Nullable String number) {
        return new Contact(field, number == null ? "" : ContactNormalizer.phone(number));
    }

    /** Written down as a random name. */
    static FieldChange email(String field, @Nullable String address) {
        return new Contact(field, address == null ? "" : ContactNormalizer.email(address));
    }

    /** Not written down at all, but that it was given. */
    static FieldChange hidden(String field, boolean isGiven) {
        return new Hidden(field, isGiven);
    }

    boolean isGiven();

    /** As it is. */
    record Value(String field, String value) implements FieldChange {

        @Override
        public boolean isGiven() {
            return !value.isEmpty() && !value.equals("[]");
        }
    }

    /** A way to reach somebody, in a form that is the same for the same. */
    record Contact(String field, String normal) implements FieldChange {

        @Override
        public boolean isGiven() {
            return !normal.isEmpty();
        }
    }

    /** Nothing but its name. */
    record Hidden(String field, boolean isGiven) implements FieldChange {}
}
