package io.leeloogateway.secrets;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mistakes in the text of a secret, in the order in which they are reported. */
enum SecretFlaw {
    BYTE_ORDER_MARK("\\A\\x{FEFF}", "begins with a byte order mark; save it as UTF-8 without the mark"),
    NUL("\\x00", "has NUL characters, as text in UTF-16 has; save it as UTF-8"),
    LINE_BREAK("[\\r\\n]", "has more than one line"),
    NOT_PRINTABLE("[^ -~]", "has characters other than printable ASCII");

    private final Pattern pattern;
    private final String description;

    SecretFlaw(String pattern, String description) {
        this.pattern = Pattern.compile(pattern);
        this.description = description;
    }

    static Optional<SecretFlaw> find(String text) {
        return Stream.of(values())
                .filter(flaw -> flaw.pattern.matcher(text).find())
                .findFirst();
    }

    String description() {
        return description;
    }
}
