package io.leeloogateway.cache.http;

import java.util.ArrayList;
import java.util.List;

/** Splits a list-valued header into its elements (RFC 9110, 5.6.1). Not a regular expression, as that recurses once for each character. */
final class HeaderElements {

    private HeaderElements() {}

    /** A comma within quotes does not separate elements. */
    static List<String> split(String header) {
        var elements = new ArrayList<String>();
        var begin = 0;
        var isQuoted = false;
        for (var position = 0; position < header.length(); position++) {
            switch (header.charAt(position)) {
                case '"' -> isQuoted = !isQuoted;
                case '\\' -> position += isQuoted ? 1 : 0;
                case ',' -> {
                    if (!isQuoted) {
                        elements.add(header.substring(begin, position).strip());
                        begin = position + 1;
                    }
                }
                default -> {}
            }
        }
        elements.add(header.substring(begin).strip());
        return elements;
    }
}
