package io.leeloogateway.request;

/** Recognises API keys of the gateway in texts that must not contain a key. */
public final class ApiKeyPattern {

    private static final String PREFIX = "lgw_";
    private static final int MIN_SECRET = 40;

    private ApiKeyPattern() {}

    /** A prefix, an id, an underscore and a secret. Looks at each character at most three times, whatever the text. */
    public static boolean isIn(CharSequence text) {
        var searched = text.toString();
        for (var start = searched.indexOf(PREFIX); start >= 0; start = searched.indexOf(PREFIX, start + 1)) {
            var id = start + PREFIX.length();
            var end = endOfWord(searched, id);
            if (end > id
                    && end < searched.length()
                    && searched.charAt(end) == '_'
                    && endOfWord(searched, end + 1) - end > MIN_SECRET) {
                return true;
            }
        }
        return false;
    }

    /** The end of the letters and digits from this position on. */
    private static int endOfWord(String text, int from) {
        var end = from;
        while (end < text.length() && isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z');
    }
}
