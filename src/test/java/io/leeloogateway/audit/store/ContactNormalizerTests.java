package io.leeloogateway.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactNormalizerTests {

    @ParameterizedTest
    @ValueSource(strings = {"+12025550171", " 12025550171", "1 (202) 555-0171", "1.202.555.0171"})
    void phoneIsTheSameInEverySpelling(String spelling) {
        assertThat(ContactNormalizer.phone(spelling)).isEqualTo("phone 12025550171");
    }

    /** A telephone exchange sends this without a number. */
    @Test
    void textWithoutANumberIsKept() {
        assertThat(ContactNormalizer.phone("Anonymous ")).isEqualTo("phone anonymous");
        assertThat(ContactNormalizer.phone("sip:desk1@example.org"))
                .isNotEqualTo(ContactNormalizer.phone("sip:hall1@example.org"));
    }

    @Test
    void emailIsTheSameInUpperCase() {
        assertThat(ContactNormalizer.email(" Some.One@Example.ORG")).isEqualTo("email some.one@example.org");
    }
}
