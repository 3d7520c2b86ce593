package io.leeloogateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyPatternTests {

    private static final String SECRET = "0123456789abcdefghijABCDEFGHIJ0123456789";

    @ParameterizedTest
    @ValueSource(strings = {"lgw_1_%s", "my key: lgw_aB3_%s!", "lgw_lgw_1_%s", "lgw_x lgw_1_%sxyz", "ülgw_1_%sü"})
    void keyIsFoundAnywhere(String form) {
        assertThat(ApiKeyPattern.isIn(form.formatted(SECRET))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lgw_", "lgw_1", "lgw_1_", "lgw__%s", "lgw-1_%s", "LGW_1_%s", "lgw_ü_%s", "lgw_1-%s"})
    void otherTextsAreNoKeys(String form) {
        assertThat(ApiKeyPattern.isIn(form.formatted(SECRET))).isFalse();
    }

    @Test
    void secretHasAtLeastFortyCharacters() {
        assertThat(ApiKeyPattern.isIn("lgw_1_" + SECRET.substring(1))).isFalse();
    }

    @Test
    void beginningsOfKeysAreNoKeys() {
        assertThat(ApiKeyPattern.isIn("lgw_aaaaaaaa".repeat(10_000))).isFalse();
        assertThat(ApiKeyPattern.isIn("lgw_" + "a".repeat(100_000))).isFalse();
    }
}
