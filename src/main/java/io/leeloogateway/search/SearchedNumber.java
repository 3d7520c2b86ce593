package io.leeloogateway.search;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A number that is searched for.
 *
 * @param fragment the digits without the zeros of a prefix
 * @param texts the digits with spaces in place of the separators, as {@code search_text} has those of a name or title
 * @param phones the phone numbers that it may be; empty where there are no phones
 */
record SearchedNumber(String fragment, List<String> texts, Collection<String> phones) {

    private static final Pattern SEPARATOR = Pattern.compile("\\D");
    private static final Pattern SEPARATORS = Pattern.compile("\\D+");
    private static final Pattern PREFIX = Pattern.compile("^0+(?=[1-9])");

    SearchedNumber {
        texts = List.copyOf(texts);
        phones = List.copyOf(phones);
    }

    static SearchedNumber of(String typed, Collection<String> phones) {
        var digits = SEPARATOR.matcher(typed).replaceAll("");
        return new SearchedNumber(PREFIX.matcher(digits).replaceFirst(""), texts(typed), phones);
    }

    /** Each separator is a space in {@code search_text}, but a text may be typed with fewer of them. */
    private static List<String> texts(String typed) {
        return Stream.of(SEPARATOR, SEPARATORS)
                .map(separator -> separator.matcher(typed).replaceAll(" ").strip())
                .distinct()
                .toList();
    }
}
