package io.leeloogateway.compat;

import io.leeloogateway.problem.InvalidRequest;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Reads text as UTF-8 and rejects what Leeloo or PostgreSQL would store as another text: other encodings, half characters and NUL. */
final class WholeText {

    private WholeText() {}

    static String decode(String field, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw InvalidRequest.of(field, "malformed", "is not UTF-8");
        }
    }

    /** Latin-1 keeps each byte of an escape, where UTF-8 would replace the broken ones. */
    static String percentDecode(String field, String text) {
        try {
            var bytes = URLDecoder.decode(
                    new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                    StandardCharsets.ISO_8859_1);
            var decoded = decode(field, bytes.getBytes(StandardCharsets.ISO_8859_1));
            check(field, decoded);
            return decoded;
        } catch (IllegalArgumentException _) {
            throw InvalidRequest.of(field, "malformed", "is not correctly encoded");
        }
    }

    /** Checks all names and texts of a body. */
    static void check(String field, JsonNode body) {
        if (body.isString()) {
            check(field, body.stringValue());
        }
        body.propertyNames().forEach(name -> check(field, name));
        body.forEach(value -> check(field, value));
    }

    private static void check(String field, String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw InvalidRequest.of(field, "format", "must not contain NUL or half a character");
        }
    }
}
