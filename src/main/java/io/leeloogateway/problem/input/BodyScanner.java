package io.leeloogateway.problem.input;

import io.leeloogateway.problem.CredentialLeakGuard;
import io.leeloogateway.problem.InvalidRequest;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Scans the tokens of a body before it is read. Rejects API keys, which a message would show to a customer, numbers that Jackson does not
 * read, and large arrays and objects: the duration of Bean Validation is quadratic in the number of violations (200,000 nulls take minutes).
 */
final class BodyScanner {

    private static final int MAX_ELEMENTS = 1000;
    private static final int MAX_DIGITS = StreamReadConstraints.DEFAULT_MAX_NUM_LEN;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private BodyScanner() {}

    static void scan(byte[] body) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                scan(parser, token);
            }
        } catch (JacksonException _) {
            // The message converter reports malformed JSON later.
            CredentialLeakGuard.check(FieldPath.BODY, new String(body, StandardCharsets.ISO_8859_1));
        }
    }

    private static void scan(JsonParser parser, JsonToken token) {
        if (token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING) {
            CredentialLeakGuard.check(FieldPath.BODY, parser.getString());
        }
        if (token.isNumeric() && !isReadable(parser)) {
            throw InvalidRequest.of(
                    FieldPath.of(parser.streamReadContext()), "range", "must be a number of at most 1000 digits");
        }
        var position = parser.streamReadContext();
        if (position.getCurrentIndex() >= MAX_ELEMENTS) {
            var parent = position.getParent();
            throw InvalidRequest.of(
                    parent == null ? FieldPath.BODY : FieldPath.of(parent),
                    "length",
                    "must have at most 1000 elements");
        }
    }

    /** An exponent over the range of int is not readable. */
    private static boolean isReadable(JsonParser number) {
        try {
            return number.getStringLength() <= MAX_DIGITS && number.getDecimalValue() != null;
        } catch (JacksonException | ArithmeticException | NumberFormatException _) {
            return false;
        }
    }
}
