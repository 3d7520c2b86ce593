package io.leeloogateway.audit;

import java.util.regex.Pattern;

/** The formats in which all that was found is given at once. */
final class Export {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private static final Pattern WANTED = Pattern.compile(".*(" + NDJSON + "|" + CSV + ").*");

    private Export() {}

    static boolean isWantedBy(String accept) {
        return WANTED.matcher(accept).matches();
    }
}
