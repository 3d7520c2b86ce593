package io.leeloogateway.access.apikey;

import io.leeloogateway.secrets.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/** A well-formed API key, {@code lgw_<id>_<secret><checksum>}, known or unknown. */
public record ApiKey(String id, Secret token) {

    static final String PREFIX = "lgw_";

    private static final int ID_LENGTH = 12;
    private static final int SECRET_BITS = 256;
    private static final int SECRET_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int SEPARATOR = PREFIX.length() + ID_LENGTH;
    private static final int LENGTH = SEPARATOR + 1 + SECRET_LENGTH + CHECKSUM_LENGTH;

    public static ApiKey generate(SecureRandom random) {
        var id = Base62.random(random, ID_LENGTH);
        var secret = Base62.encode(new BigInteger(SECRET_BITS, random), SECRET_LENGTH);
        var body = PREFIX + id + "_" + secret;
        return new ApiKey(id, new Secret(body + checksum(body)));
    }

    /** Parses a key; empty for a wrong format or checksum. */
    static Optional<ApiKey> parse(Secret token) {
        var text = token.reveal();
        if (!isWellFormed(text)) {
            return Optional.empty();
        }
        var body = text.substring(0, text.length() - CHECKSUM_LENGTH);
        return text.endsWith(checksum(body))
                ? Optional.of(new ApiKey(text.substring(PREFIX.length(), SEPARATOR), token))
                : Optional.empty();
    }

    private static boolean isWellFormed(String text) {
        if (text.length() != LENGTH || !text.startsWith(PREFIX) || text.charAt(SEPARATOR) != '_') {
            return false;
        }
        for (var i = PREFIX.length(); i < LENGTH; i++) {
            if (i != SEPARATOR && !isBase62(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBase62(char character) {
        return (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z');
    }

    /** Returns the public part of a key, to find it in a list or in a leak. */
    public static String prefix(String id) {
        return PREFIX + id;
    }

    static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return Base62.encode(BigInteger.valueOf(crc.getValue()), CHECKSUM_LENGTH);
    }
}
