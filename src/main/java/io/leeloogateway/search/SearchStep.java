package io.leeloogateway.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a search: the rows that match the words in one way.
 *
 * @param query the search
 * @param words the conditions of the words
 * @param match how the rows match
 */
record SearchStep(SearchQuery query, WordConditions words, Match match) {

    /** The steps that follow each other: a row that has all words precedes a row that contains them. */
    static List<SearchStep> all(SearchQuery query, WordConditions words) {
        if (query.terms().isEmpty()) {
            return List.of(new SearchStep(query, words, Match.ALL));
        }
        var fragments = new SearchStep(query, words, Match.FRAGMENTS);
        return query.isByRelevance() ? List.of(fragments.as(Match.WORDS), fragments) : List.of(fragments);
    }

    SearchStep as(Match other) {
        return new SearchStep(query, words, other);
    }

    SortOrder order() {
        return query.order(match, words);
    }

    String conditions() {
        return switch (match) {
            case ALL -> query.conditions();
            case FRAGMENTS ->
                query.conditions() + " and " + words.sql(match)
                        + (query.isByRelevance() ? " and not " + words.sql(Match.WORDS) : "");
            case WORDS, NEARLY_EQUAL, VERY_SIMILAR, SIMILAR, REMOTELY_SIMILAR ->
                query.conditions() + " and " + words.sql(match);
        };
    }

    Map<String, Object> values() {
        var values = new HashMap<>(query.values());
        values.putAll(words.values());
        return values;
    }
}
