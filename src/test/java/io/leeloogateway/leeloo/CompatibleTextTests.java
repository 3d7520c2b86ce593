package io.leeloogateway.leeloo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CompatibleTextTests {

    /** Two accents in the wrong order. */
    private static final String ACCENTS = "\u0345".repeat(100_000) + "\u0316".repeat(100_000);

    @Test
    void charactersThatLookAlikeAreEqual() {
        assertThat(CompatibleText.of("５ﬁe\u0301")).isEqualTo("5fi\u00e9");
    }

    /** It would take a minute or more. */
    @Test
    @Timeout(20)
    void veryManyAccentsTakeNoTime() {
        assertThat(CompatibleText.of(ACCENTS)).isEqualTo(ACCENTS);
    }
}
