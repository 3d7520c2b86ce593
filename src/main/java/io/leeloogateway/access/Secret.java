package io.leeloogateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A text that must not show up in a log, nor in the time that a comparison takes. */
record Secret(String reveal) {

    /** How Spring reads one from the settings. */
    public static Secret valueOf(String text) {
        return new Secret(text);
    }

    boolean isShorterThan(int characters) {
        return reveal.length() < characters;
    }

    boolean isBlank() {
        return reveal.isBlank();
    }

    byte[] bytes() {
        return reveal.getBytes(StandardCharsets.UTF_8);
    }

    /** Takes the same time wherever they begin to differ. */
    boolean isSameAs(Secret other) {
        return MessageDigest.isEqual(bytes(), other.bytes());
    }

    @Override
    public String toString() {
        return "****";
    }
}
