package io.leeloogateway.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.secrets.Secret;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTests {

    @Test
    void generatedKeyIsParsed() {
        var key = ApiKeyFixtures.fresh();

        assertThat(key.token().reveal())
                .matches("lgw_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}")
                .startsWith("lgw_" + key.id());
        assertThat(ApiKey.parse(key.token())).contains(key);
    }

    @Test
    void anyChangedCharacterIsDetected() {
        var text = ApiKeyFixtures.fresh().token().reveal();

        assertThat(IntStream.range(0, text.length()).mapToObj(i -> replaced(text, i)))
                .noneMatch(typo -> ApiKey.parse(new Secret(typo)).isPresent());
    }

    @Test
    void swappedCharactersAreDetected() {
        var text = "lgw_AAAAAAAAAAAA_" + "ab".repeat(21) + "c";
        var swapped = "lgw_AAAAAAAAAAAA_" + "ba" + "ab".repeat(20) + "c";

        assertThat(ApiKey.parse(new Secret(text + ApiKey.checksum(text)))).isPresent();
        assertThat(ApiKey.parse(new Secret(swapped + ApiKey.checksum(text)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lgw_", "lgw_short_key", "LGW_", "Bearer", "\u0000", "lgw_äöüäöüäöüäöü_"})
    void malformedTextIsRejected(String garbage) {
        assertThat(ApiKey.parse(new Secret(garbage))).isEmpty();
    }

    @Test
    void truncatedOrExtendedKeyIsRejected() {
        var text = ApiKeyFixtures.fresh().token().reveal();

        assertThat(ApiKey.parse(new Secret(text.substring(1)))).isEmpty();
        assertThat(ApiKey.parse(new Secret(text + "0"))).isEmpty();
        assertThat(ApiKey.parse(new Secret(text + "\n"))).isEmpty();
    }

    @Test
    void toStringHidesTheSecret() {
        var key = ApiKeyFixtures.fresh();

        assertThat(key.toString()).contains(key.id()).doesNotContain(key.token().reveal());
    }

    private static String replaced(String text, int at) {
        return text.substring(0, at) + (text.charAt(at) == 'q' ? 'r' : 'q') + text.substring(at + 1);
    }
}
