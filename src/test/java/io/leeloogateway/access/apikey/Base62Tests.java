package io.leeloogateway.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class Base62Tests {

    @Test
    void numberIsPaddedToItsLength() {
        assertThat(Base62.encode(BigInteger.valueOf(61 * 62 + 10), 4)).isEqualTo("00zA");
    }

    @Test
    void largest256BitNumberFitsInto43Digits() {
        var largest = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

        assertThat(Base62.encode(largest, 43)).hasSize(43);
    }

    @Test
    void tooLargeNumberIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> Base62.encode(BigInteger.valueOf(62), 1));
    }

    @Test
    void randomTextsAreAlphanumericAndDistinct() {
        var random = new SecureRandom();

        var texts = new String[] {Base62.random(random, 12), Base62.random(random, 12)};

        assertThat(texts).doesNotHaveDuplicates().allMatch(text -> text.matches("[0-9A-Za-z]{12}"));
    }
}
