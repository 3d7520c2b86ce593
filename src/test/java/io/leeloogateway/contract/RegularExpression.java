package io.leeloogateway.contract;

import java.util.regex.Pattern;

/**
 * A regular expression of the application.
 *
 * @param isSearched whether the application looks for it within a text; otherwise it describes the whole text
 */
record RegularExpression(String place, Pattern pattern, boolean isSearched) {

    boolean isSame(RegularExpression other) {
        return isSearched == other.isSearched && pattern.pattern().equals(other.pattern.pattern());
    }
}
