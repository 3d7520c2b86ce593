package io.leeloogateway.webhooks;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionedIdsTests {

    private static final String ID = "64a0c3f00001000000000003";

    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"id\":\"%s\"}", "no JSON of%sn", "ü%sü", "abc%s", "%s1", "0000%s1234", "_%s_"})
    void idIsFoundAnywhere(String form) {
        assertThat(MentionedIds.find(bytes(form.formatted(ID))).orElseThrow()).contains(ID);
    }

    @Test
    void idInCapitalsIsFound() {
        assertThat(MentionedIds.find(bytes(ID.toUpperCase(Locale.ROOT))).orElseThrow())
                .containsExactly(ID);
    }

    @Test
    void eachPartOfALongRunCanBeAnId() {
        assertThat(MentionedIds.find(bytes("ab" + ID + "-" + ID)).orElseThrow())
                .containsExactlyInAnyOrder("ab" + ID.substring(0, 22), "b" + ID.substring(0, 23), ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "64a0c3f0000100000000000", "64a0c3f00001 000000000003"})
    void otherTextsAreNoIds(String body) {
        assertThat(MentionedIds.find(bytes(body)).orElseThrow()).isEmpty();
    }

    @Test
    void moreThanAHundredIdsAreUnknown() {
        assertThat(MentionedIds.find(bytes(ids(100))).orElseThrow()).hasSize(100);
        assertThat(MentionedIds.find(bytes(ids(101)))).isEmpty();
    }

    /** Finding them must not take longer than receiving them. */
    @Test
    void moreThanAThousandEqualIdsAreUnknown() {
        assertThat(MentionedIds.find(bytes((ID + " ").repeat(1_000))).orElseThrow())
                .containsExactly(ID);
        assertThat(MentionedIds.find(bytes((ID + " ").repeat(1_001)))).isEmpty();
        assertThat(MentionedIds.find(bytes("a".repeat(262_144)))).isEmpty();
    }

    static String ids(int number) {
        return IntStream.range(0, number)
                .mapToObj("64a0c3f0000a%012d"::formatted)
                .collect(joining(" "));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
