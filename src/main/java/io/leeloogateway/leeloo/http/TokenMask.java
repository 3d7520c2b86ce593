package io.leeloogateway.leeloo.http;

import io.leeloogateway.secrets.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Overwrites Leeloo's token with asterisks where a response quotes it, before anybody stores or reads the response. */
final class TokenMask {

    /** Shorter texts may be words. */
    private static final int MIN_LENGTH = 8;

    private final byte[] token;

    private TokenMask(byte[] token) {
        this.token = token;
    }

    /** Of a token, without a scheme such as {@code Bearer} before it. */
    static TokenMask of(Secret token) {
        var text = token.reveal();
        return new TokenMask(text.substring(text.lastIndexOf(' ') + 1).getBytes(StandardCharsets.UTF_8));
    }

    void apply(byte[] response) {
        if (token.length < MIN_LENGTH) {
            return;
        }
        for (var start = 0; start <= response.length - token.length; start++) {
            if (response[start] == token[0]
                    && Arrays.equals(response, start, start + token.length, token, 0, token.length)) {
                Arrays.fill(response, start, start + token.length, (byte) '*');
            }
        }
    }
}
