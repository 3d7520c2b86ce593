package io.leeloogateway.people;

import io.leeloogateway.leeloo.CustomField;
import io.leeloogateway.leeloo.Person;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** By what a person can be reached. */
record Card(List<String> phones, List<String> emails) {

    static final Card EMPTY = new Card(List.of(), List.of());

    Card {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }

    static Card of(Person person) {
        return new Card(
                Stream.concat(Stream.ofNullable(person.phone()), fields(person, "PHONE"))
                        .toList(),
                Stream.concat(Stream.ofNullable(person.email()), fields(person, "EMAIL"))
                        .toList());
    }

    Card and(Card other) {
        return new Card(union(phones, other.phones), union(emails, other.emails));
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
