package io.leeloogateway.operations.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.problem.InvalidRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IdempotencyKeyTests {

    private static final String MAX_LENGTH_KEY = "k".repeat(255);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "order-4711, order-4711",
                "'\"order-4711\"', order-4711",
                "'a b', 'a b'",
                "'\"a b\"', 'a b'",
                "'\" \"', ' '",
                "'\"a\\\"b\"', 'a\"b'",
                "'\"a\\\\b\"', 'a\\b'",
                "'a\\b', 'a\\b'",
                "'a\"b', 'a\"b'",
                "'a,b', 'a,b'",
                "'~', '~'"
            })
    void bareAndQuotedKeyAreEqual(String header, String key) {
        assertThat(IdempotencyKey.of(List.of(header))).contains(new IdempotencyKey(key));
    }

    @Test
    void keyMayHave255Characters() {
        assertThat(IdempotencyKey.of(List.of(MAX_LENGTH_KEY))).contains(new IdempotencyKey(MAX_LENGTH_KEY));
        assertThat(IdempotencyKey.of(List.of("\"" + MAX_LENGTH_KEY + "\"")))
                .contains(new IdempotencyKey(MAX_LENGTH_KEY));
        assertThat(IdempotencyKey.of(List.of("\"" + "\\\\".repeat(255) + "\"")))
                .contains(new IdempotencyKey("\\".repeat(255)));
    }

    @Test
    void keyIsOptional() {
        assertThat(IdempotencyKey.of(List.of())).isEmpty();
    }

    static Stream<List<String>> malformed() {
        return Stream.of(
                List.of(""),
                List.of("\"\""),
                List.of("\"" + "k".repeat(8000) + "\""),
                List.of("\"" + "\\\\".repeat(4000) + "\""),
                List.of("\""),
                List.of("\"a"),
                List.of("\"a\"b\""),
                List.of("\"a\\b\""),
                List.of("\"a\";v=1"),
                List.of(MAX_LENGTH_KEY + "k"),
                List.of("\"" + MAX_LENGTH_KEY + "k\""),
                List.of("a\tb"),
                List.of("a\nb"),
                List.of("a\n"),
                List.of("\"a\"\n"),
                List.of("a\u0000b"),
                List.of("a\u007f"),
                List.of("schlüssel"),
                List.of("ключ"),
                List.of("a", "a"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedKeyIsRejected(List<String> headers) {
        assertThatThrownBy(() -> IdempotencyKey.of(headers))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> assertThat(refused.errors())
                                .singleElement()
                                .extracting("field", "code")
                                .containsExactly("Idempotency-Key", "format"));
    }

    /** It would be stored, and shown in the list of operations. */
    @Test
    void apiKeyIsNoIdempotencyKey() {
        assertThatThrownBy(() -> IdempotencyKey.of(List.of("lgw_aaaaaaaaaaaa_" + "b".repeat(49))))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> assertThat(refused.errors())
                                .singleElement()
                                .extracting("field", "code")
                                .containsExactly("Idempotency-Key", "forbidden"));
    }
}
