package io.leeloogateway.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for: words, and numbers in any spelling.
 *
 * @param words the words, as typed
 * @param numbers the numbers
 */
record SearchTerms(String words, List<SearchedNumber> numbers) {

    /** A phone number as typed, with international or national prefix and separators. */
    private static final Pattern NUMBER = Pattern.compile("[+(]?\\d[\\d\\s().\\-/]{3,}\\d");

    SearchTerms {
        numbers = List.copyOf(numbers);
    }

    static SearchTerms none() {
        return new SearchTerms("", List.of());
    }

    /** The function finds the phone numbers that a text may be. */
    static SearchTerms of(@Nullable String text, Function<String, Collection<String>> phones) {
        if (text == null) {
            return none();
        }
        var numbers = new ArrayList<SearchedNumber>();
        var words = NUMBER.matcher(text).replaceAll(match -> {
            numbers.add(SearchedNumber.of(match.group(), phones.apply(match.group())));
            return " ";
        });
        return new SearchTerms(words, numbers);
    }

    boolean isEmpty() {
        return words.isEmpty() && numbers.isEmpty();
    }
}
