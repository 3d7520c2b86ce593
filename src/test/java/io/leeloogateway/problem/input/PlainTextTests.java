package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "Zoë", "😀", "a😀", "😀😀b", "\u0001"})
    void textOfWholeCharactersIsValid(String text) {
        assertThat(PlainText.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "a\0",
                "\uD83D",
                "a\uD83D",
                "\uDE00",
                "\uDE00\uD83D",
                "\uD83Da",
                "\uD83D\uD83D\uDE00",
                "😀\uDE00"
            })
    void nulAndHalfCharactersAreInvalid(String text) {
        assertThat(PlainText.isValid(text)).isFalse();
    }
}
