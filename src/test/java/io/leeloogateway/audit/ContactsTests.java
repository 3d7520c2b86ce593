package io.leeloogateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTests {

    @ParameterizedTest
    @ValueSource(strings = {"+12025550171", " 12025550171", "1 (202) 555-0171", "1.202.555.0171"})
    void phoneIsTheSameInEverySpelling(String spelling) {
        assertThat(Contacts.phone(spelling)).isEqualTo("phone 12025550171");
    }

    /** What a telephone exchange says where it knows no number. */
    @Test
    void whatIsNoNumberStandsForItself() {
        assertThat(Contacts.phone("Anonymous ")).isEqualTo("phone anonymous");
        assertThat(Contacts.phone("sip:desk1@example.org")).isNotEqualTo(Contacts.phone("sip:hall1@example.org"));
    }

    @Test
    void emailIsTheSameInUpperCase() {
        assertThat(Contacts.email(" Some.One@Example.ORG")).isEqualTo("email some.one@example.org");
    }
}
