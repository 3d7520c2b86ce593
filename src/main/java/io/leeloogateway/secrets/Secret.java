package io.leeloogateway.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

/** A text that must not show up in a log, nor in the time that a comparison takes. */
public record Secret(String reveal) {

    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

    /** How Spring reads one from the settings; a line break at the end is a file's, not the secret's. */
    public static Secret valueOf(String text) {
        return new Secret(text.strip());
    }

    public boolean isShorterThan(int characters) {
        return reveal.length() < characters;
    }

    /** Whether every client sends it in a header as it is. */
    public boolean isPrintableAscii() {
        return PRINTABLE.matcher(reveal).matches();
    }

    /** Three parts between dots (RFC 7519, 3). */
    public boolean looksLikeJwt() {
        return reveal.chars().filter(character -> character == '.').count() == 2;
    }

    public boolean isBlank() {
        return reveal.isBlank();
    }

    public byte[] bytes() {
        return reveal.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes the same time wherever they begin to differ. */
    public boolean isSameAs(Secret other) {
        return MessageDigest.isEqual(bytes(), other.bytes());
    }

    @Override
    public String toString() {
        return "****";
    }
}
