package io.leeloogateway.access.apikey;

import java.security.SecureRandom;

/** Unknown API keys, well-formed and malformed. */
public final class ApiKeyFixtures {

    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiKeyFixtures() {}

    public static ApiKey fresh() {
        return ApiKey.generate(RANDOM);
    }

    /** Returns the key with one character of its secret replaced. */
    public static String mistyped(String key) {
        var at = key.length() - 10;
        return key.substring(0, at) + (key.charAt(at) == 'x' ? 'y' : 'x') + key.substring(at + 1);
    }

    /** Returns the id of the key with another secret and a valid checksum. */
    public static String withForeignSecret(String key) {
        var body = key.substring(0, key.lastIndexOf('_'))
                + fresh().token().reveal().substring(key.lastIndexOf('_'), key.length() - 6);
        return body + ApiKey.checksum(body);
    }
}
