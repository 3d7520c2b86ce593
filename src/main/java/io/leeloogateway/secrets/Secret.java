package io.leeloogateway.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** A text that is never logged and is compared in constant time. */
public record Secret(String reveal) {

    /** Called by Spring for settings; strips the line break at the end of a secret file. */
    public static Secret valueOf(String text) {
        return new Secret(text.strip());
    }

    public boolean isShorterThan(int characters) {
        return reveal.length() < characters;
    }

    /** Describes why not every environment reads it, or not every HTTP client sends it in a header, unchanged. */
    public Optional<String> flaw() {
        return SecretFlaw.find(reveal).map(SecretFlaw::description);
    }

    /** Whether it has three parts separated by dots (RFC 7519, 3). */
    public boolean looksLikeJwt() {
        return reveal.chars().filter(character -> character == '.').count() == 2;
    }

    public boolean isBlank() {
        return reveal.isBlank();
    }

    public byte[] bytes() {
        return reveal.getBytes(StandardCharsets.UTF_8);
    }

    /** Compares in constant time. */
    public boolean isSameAs(Secret other) {
        return MessageDigest.isEqual(bytes(), other.bytes());
    }

    @Override
    public String toString() {
        return "****";
    }
}
