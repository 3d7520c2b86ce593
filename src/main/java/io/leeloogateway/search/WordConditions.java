package io.leeloogateway.search;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The conditions that a row matches words and numbers; the trigram index serves each of them.
 *
 * @param words the folded words
 * @param numbers the numbers
 */
record WordConditions(List<String> words, List<SearchedNumber> numbers) {

    /** A shorter fragment has no trigram of its own, so it must begin a word. */
    private static final int MIN_FRAGMENT = 3;

    /** Almost any short word is similar to another one. */
    private static final int MIN_SIMILAR = 4;

    /** The time of a comparison grows with the number of words, and with the length of the texts. */
    private static final int MAX_SIMILAR = 8;

    WordConditions {
        words = List.copyOf(words);
        numbers = List.copyOf(numbers);
    }

    String sql(Match match) {
        IntFunction<String> word =
                switch (match) {
                    case ALL, WORDS -> i -> "search_text like '%% ' || :word%d || ' %%'".formatted(i);
                    case FRAGMENTS -> this::fragment;
                    case NEARLY_EQUAL, VERY_SIMILAR, SIMILAR, REMOTELY_SIMILAR ->
                        i -> isSimilarAllowed(i) ? ":word%d::text <%% search_text".formatted(i) : fragment(i);
                };
        return Stream.concat(
                        IntStream.range(0, words.size()).mapToObj(word),
                        IntStream.range(0, numbers.size()).mapToObj(i -> number(match, i)))
                .collect(joining(" and ", "(", ")"));
    }

    private String fragment(int i) {
        var isShort = words.get(i).length() < MIN_FRAGMENT;
        return (isShort ? "search_text like '%% ' || :word%d || '%%'" : "search_text like '%%' || :word%d || '%%'")
                .formatted(i);
    }

    /** Matches a phone number in any spelling, and digits with the same separators in a name, an e-mail address or a title. */
    private String number(Match match, int i) {
        var hasPhones = !numbers.get(i).phones().isEmpty();
        var conditions = new ArrayList<String>();
        if (match != Match.WORDS) {
            conditions.add("search_text like '%%' || :number%d || '%%'");
            conditions.add("search_text like any(:partTexts%d::text[])");
        } else {
            conditions.add("search_text like any(:wordTexts%d::text[])");
        }
        if (match == Match.WORDS && !hasPhones) {
            conditions.add("search_text like '%% ' || :number%d || ' %%'");
        }
        if (hasPhones) {
            conditions.add("phone = any(:phones%d::text[])");
        }
        return conditions.stream().map(condition -> condition.formatted(i)).collect(joining(" or ", "(", ")"));
    }

    /** Not for so many words that comparing them would hold up the searches of others. */
    boolean hasSimilar() {
        var number =
                IntStream.range(0, words.size()).filter(this::isSimilarAllowed).count();
        return number > 0 && number <= MAX_SIMILAR;
    }

    SortOrder.Key similarity() {
        var similarities = IntStream.range(0, words.size())
                .filter(this::isSimilarAllowed)
                .mapToObj("word_similarity(:word%d::text, search_text)"::formatted)
                .collect(joining(", ", "least(", ")"));
        return new SortOrder.Key(similarities, "real");
    }

    private boolean isSimilarAllowed(int i) {
        return words.get(i).length() >= MIN_SIMILAR;
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        IntStream.range(0, words.size()).forEach(i -> values.put("word" + i, words.get(i)));
        IntStream.range(0, numbers.size()).forEach(i -> {
            values.put("number" + i, numbers.get(i).fragment());
            values.put("wordTexts" + i, likePatterns(numbers.get(i), "% ", " %"));
            values.put("partTexts" + i, likePatterns(numbers.get(i), "%", "%"));
            values.put("phones" + i, numbers.get(i).phones().toArray(String[]::new));
        });
        return values;
    }

    private static String[] likePatterns(SearchedNumber number, String before, String after) {
        return number.texts().stream().map(text -> before + text + after).toArray(String[]::new);
    }
}
