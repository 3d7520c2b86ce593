package io.leeloogateway.leeloo;

import java.text.Normalizer;

/** Texts that are equal for people although they have other characters, in one form (NFKC): {@code ５} is {@code 5}. */
public final class CompatibleText {

    /** Longer texts stay as they are: the time for accents after one another grows with the square of their number, to seconds for 60,000. */
    public static final int MAX_LENGTH = 300;

    private CompatibleText() {}

    public static String of(String text) {
        return text.length() > MAX_LENGTH ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
