package io.leeloogateway.leeloo;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Replaces halves of characters in JSON by U+FFFD: escapes of unpaired surrogates, and malformed UTF-8. Neither can be stored as text, and
 * each reader would show something else.
 */
final class HalfCharacters {

    private static final byte[] REPLACEMENT = "\\ufffd".getBytes(UTF_8);
    private static final int ESCAPE_LENGTH = REPLACEMENT.length;
    private static final int NONE = -1;

    private HalfCharacters() {}

    /** Returns a copy, equal to the JSON if it is well-formed. */
    static byte[] replace(byte[] json) {
        if (isPlain(json)) {
            return json.clone();
        }
        var copy = new String(json, UTF_8).getBytes(UTF_8);
        for (var position = nextEscape(copy, 0); position < copy.length; ) {
            position = nextEscape(copy, position + replaceEscape(copy, position));
        }
        return copy;
    }

    /** ASCII without escapes has no halves, and needs no second text of the same size. */
    private static boolean isPlain(byte[] json) {
        for (var next : json) {
            if (next < 0 || next == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Returns the length of the escape, or of the pair of escapes. */
    private static int replaceEscape(byte[] json, int position) {
        var unit = codeUnit(json, position);
        if (unit == NONE) {
            return 2;
        }
        if (Character.isSurrogate((char) unit)) {
            if (isPair(unit, codeUnit(json, position + ESCAPE_LENGTH))) {
                return 2 * ESCAPE_LENGTH;
            }
            System.arraycopy(REPLACEMENT, 0, json, position, ESCAPE_LENGTH);
        }
        return ESCAPE_LENGTH;
    }

    private static boolean isPair(int high, int low) {
        return low != NONE && Character.isSurrogatePair((char) high, (char) low);
    }

    /** The UTF-16 code unit of a Unicode escape at the position. */
    private static int codeUnit(byte[] json, int position) {
        if (position + ESCAPE_LENGTH > json.length || json[position] != '\\' || json[position + 1] != 'u') {
            return NONE;
        }
        var unit = 0;
        for (var digit = position + 2; digit < position + ESCAPE_LENGTH; digit++) {
            var value = Character.digit(json[digit], 16);
            if (value < 0) {
                return NONE;
            }
            unit = unit << 4 | value;
        }
        return unit;
    }

    private static int nextEscape(byte[] json, int from) {
        var position = from;
        while (position < json.length && json[position] != '\\') {
            position++;
        }
        return position;
    }
}
