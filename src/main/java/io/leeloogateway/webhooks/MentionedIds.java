package io.leeloogateway.webhooks;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds all that can be an id of Leeloo in the bytes of an event, whatever its form, so that an erasure need not read them again. */
final class MentionedIds {

    private static final int MAX = 100;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    /** Also an id within a longer run of hex digits: each of its digits can be the first of an id. */
    private static final Pattern EACH_ID = Pattern.compile("(?=(" + ID + "))");

    private MentionedIds() {}

    /** Empty if there are more than a hundred. */
    static Optional<Set<String>> find(byte[] body) {
        var ids = EACH_ID.matcher(new String(body, StandardCharsets.ISO_8859_1))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .limit(MAX + 1)
                .collect(toUnmodifiableSet());
        return ids.size() > MAX ? Optional.empty() : Optional.of(ids);
    }

    /** Whether a text has the form of the ids that are found. */
    static boolean isFound(String id) {
        return ID.matcher(id).matches();
    }
}
