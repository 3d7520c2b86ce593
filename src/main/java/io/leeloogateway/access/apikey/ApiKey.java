package io.leeloogateway.access.apikey;

import io.leeloogateway.secrets.Secret;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** A well-formed API key, {@code lgw_<id>_<secret><checksum>}, known or unknown. */
public record ApiKey(String id, Secret token) {

    static final String PREFIX = "lgw_";

    private static final int ID_LENGTH = 12;
    private static final int SECRET_BITS = 256;
    private static final int SECRET_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final Pattern FORMAT = Pattern.compile(
            PREFIX + "(?<id>[0-9A-Za-z]{" + ID_LENGTH + "})_[0-9A-Za-z]{" + (SECRET_LENGTH + CHECKSUM_LENGTH) + "}");

    public static ApiKey generate(SecureRandom random) {
        var id = Base62.random(random, ID_LENGTH);
        var secret = Base62.encode(new BigInteger(SECRET_BITS, random), SECRET_LENGTH);
        var body = PREFIX + id + "_" + secret;
        return new ApiKey(id, new Secret(body + checksum(body)));
    }

    /** Parses a key; empty for a wrong format or checksum. */
    static Optional<ApiKey> parse(Secret token) {
        var text = token.reveal();
        var match = FORMAT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var body = text.substring(0, text.length() - CHECKSUM_LENGTH);
        return text.endsWith(checksum(body)) ? Optional.of(new ApiKey(match.group("id"), token)) : Optional.empty();
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
