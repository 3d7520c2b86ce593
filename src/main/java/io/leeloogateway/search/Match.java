package io.leeloogateway.search;

import java.util.List;
import java.util.stream.Stream;

/** How a row matches the words of a search. */
enum Match {
    /** There are no words to match. */
    ALL,
    /** The row has all words. */
    WORDS,
    /** The row has all words, or words that contain them. */
    FRAGMENTS,
    /** The row has words that are similar to all words, which may have typing errors; these matches differ in how similar the words are. */
    NEARLY_EQUAL(0.8),
    VERY_SIMILAR(0.6),
    SIMILAR(0.5),
    /** Two exchanged letters of a short name still reach this similarity. */
    REMOTELY_SIMILAR(0.4);

    private final double similarity;

    Match() {
        this(0);
    }

    Match(double similarity) {
        this.similarity = similarity;
    }

    /** The similar ones, the most similar first. */
    static List<Match> similar() {
        return Stream.of(values()).filter(Match::isSimilar).toList();
    }

    boolean isSimilar() {
        return similarity > 0;
    }

    /** The least {@code word_similarity}. */
    double similarity() {
        return similarity;
    }
}
