package io.leeloogateway.search;

/** How a row matches the words of a search. */
enum Match {
    /** There are no words to match. */
    ALL,
    /** The row has all words. */
    WORDS,
    /** The row has all words, or words that contain them. */
    FRAGMENTS,
    /** The row has words that are similar to all words: the words may have typing errors. */
    SIMILAR
}
