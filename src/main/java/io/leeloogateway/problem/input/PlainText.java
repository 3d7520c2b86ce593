package io.leeloogateway.problem.input;

/** Checks for text that PostgreSQL and Leeloo both store: without NUL and without unpaired surrogates. */
final class PlainText {

    private PlainText() {}

    static boolean isValid(String text) {
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == '\0' || Character.isLowSurrogate(character)) {
                return false;
            }
            if (Character.isHighSurrogate(character)
                    && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
                return false;
            }
        }
        return true;
    }
}
