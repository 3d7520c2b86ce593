package io.leeloogateway.access.apikey;

import java.security.SecureRandom;

/** Keys as callers show them: well-formed and not, none of them known to anybody. */
public final class ApiKeyFixtures {

    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiKeyFixtures() {}

    public static ApiKey fresh() {
        return ApiKey.generate(RANDOM);
    }

    /** As a typing error makes it: one character of the secret is another. */
    public static String mistyped(String key) {
        var at = key.length() - 10;
        return key.substring(0, at) + (key.charAt(at) == 'x' ? 'y' : 'x') + key.substring(at + 1);
    }

    /** The id of one key and the secret of another, with a good checksum. */
    public static String withForeignSecret(String key) {
        var body = key.substring(0, key.lastIndexOf('_'))
                + fresh().text().reveal().substring(key.lastIndexOf('_'), key.length() - 6);
        return body + ApiKey.checksum(body);
    }
}
