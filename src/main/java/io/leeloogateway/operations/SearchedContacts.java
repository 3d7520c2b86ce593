package io.leeloogateway.operations;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Phones and e-mails in the spelling of the column {@code contacts} of operations. */
final class SearchedContacts {

    /** Shorter digits of a phone, or a shorter e-mail, would also match other people's data. */
    private static final int MIN_LENGTH = 7;

    private SearchedContacts() {}

    static List<String> of(List<String> phones, List<String> emails) {
        var digits = phones.stream().map(phone -> phone.replaceAll("\\D", ""));
        var addresses = emails.stream()
                .flatMap(email -> Stream.of(email.toLowerCase(Locale.ROOT).split("\\s", -1)))
                .filter(word -> word.contains("@"));
        return Stream.concat(digits, addresses)
                .filter(contact -> contact.length() >= MIN_LENGTH)
                .distinct()
                .toList();
    }
}
