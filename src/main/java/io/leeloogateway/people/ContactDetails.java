package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.CustomField;
import io.leeloogateway.leeloo.model.Person;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The phone numbers and e-mail addresses of a person. */
record ContactDetails(List<String> phones, List<String> emails) {

    static final ContactDetails EMPTY = new ContactDetails(List.of(), List.of());

    ContactDetails {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }

    static ContactDetails of(Person person) {
        return new ContactDetails(
                Stream.concat(Stream.ofNullable(person.phone()), customFields(person, "PHONE"))
                        .toList(),
                Stream.concat(Stream.ofNullable(person.email()), customFields(person, "EMAIL"))
                        .toList());
    }

    ContactDetails plus(ContactDetails other) {
        return new ContactDetails(union(phones, other.phones), union(emails, other.emails));
    }

    private static Stream<String> customFields(Person person, String type) {
        return person.customFields().stream()
                .filter(field -> type.equals(field.type()))
                .map(CustomField::value)
                .filter(Objects::nonNull);
    }

    private static List<String> union(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }
}
