package io.leeloogateway.leeloo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWeightTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7 | 1", "\"long text\" | 11", "[] | 18", "[1,2] | 37", "{\"a\":1} | 39", "{\"a\":[{},{}]} | 109"})
    void valuesWeighMoreThanTheirBytes(String json, int weight) {
        assertThat(JsonWeight.of(ByteBuffer.wrap(json.getBytes(UTF_8)))).isEqualTo(weight);
    }

    @Test
    void partsWeighAsMuchAsTheWhole() {
        var json = ByteBuffer.wrap("{\"a\":[1,2,3],\"b\":\"c\"}".getBytes(UTF_8));

        assertThat(JsonWeight.of(json.slice(0, 8)) + JsonWeight.of(json.slice(8, 13)))
                .isEqualTo(JsonWeight.of(json));
    }
}
