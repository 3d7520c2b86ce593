package io.leeloogateway.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds all that can be an id of Leeloo in the bytes of an event, whatever its form and case, so that an erasure need not read them again. */
final class MentionedIds {

    private static final int MAX = 100;

    /** Also of equal ones: an event of nothing but digits must cost no more than any other. */
    private static final int MAX_FOUND = 10 * MAX;

    private static final int LENGTH = 24;

    private MentionedIds() {}

    /** Also an id within a longer run of hex digits: each of its digits can be the first of an id. Empty if there are more than a hundred, or more than a thousand with equal ones. */
    static Optional<Set<String>> find(byte[] body) {
        var ids = new HashSet<String>();
        var found = 0;
        var digits = 0;
        for (var end = 1; end <= body.length; end++) {
            digits = isDigit(Character.toLowerCase(body[end - 1])) ? digits + 1 : 0;
            if (digits >= LENGTH) {
                ids.add(new String(body, end - LENGTH, LENGTH, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT));
                if (ids.size() > MAX || ++found > MAX_FOUND) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(Set.copyOf(ids));
    }

    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }

    /** Whether a text has the form of the ids that are found. */
    static boolean isFound(String id) {
        return id.length() == LENGTH && id.chars().allMatch(MentionedIds::isDigit);
    }
}
