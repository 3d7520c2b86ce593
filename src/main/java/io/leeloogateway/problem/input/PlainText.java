package io.leeloogateway.problem.input;

/** Text that PostgreSQL and Leeloo both keep: without NUL, and whole characters only. */
final class PlainText {

    private PlainText() {}

    static boolean is(String text) {
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
