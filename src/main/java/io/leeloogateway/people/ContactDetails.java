package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.CustomField;
import io.leeloogateway.leeloo.model.Person;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** By what a person can be reached. */
record ContactDetails(List<String> phones, List<String> emails) {

    static final ContactDetails EMPTY = new ContactDetails(List.of(), List.of());

    ContactDetails {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }

    static ContactDetails of(Person person) {
        return new ContactDetails(
                Stream.concat(Stream.ofNullable(person.phone()), fields(person, "PHONE"))
                        .toList(),
                Stream.concat(Stream.ofNullable(person.email()), fields(person, "EMAIL"))
                        .toList());
    }

    ContactDetails and(ContactDetails other) {
        return new ContactDetails(union(phones, other.phones), union(emails, other.emails));
    }

    private static Stream<String> fields(Person person, String type) {
        return person.customFields().stream()
                .filter(field -> type.equals(field.type()))
                .map(CustomField::value)
                .filter(Objects::nonNull);
    }

    private static List<String> union(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
