package io.leeloogateway.leeloo.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactMatcherTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +1 (202) 555-0101   | 12025550101       | false
            2025550101          | +12025550101      | false
            12025550101 ext. 5  | 12025550101       | false
            12025550101;ext=5   | 12025550101       | false
            ١٢٠٢٥٥٥٠١٠١         | 12025550101       | false
            12025550101         | 12025550102       | true
            12025550101 ext. 5  | 12025550102       | true
            ١٢٠٢٥٥٥٠١٠٢         | 12025550101       | true
            50101               | 12025550102       | false
            12025550101         | 50102             | false
            12025550101         | unknown           | false
            """)
    void phonesDifferIfTheirSubscriberNumbersDo(String one, String other, boolean isOther) {
        assertThat(ContactMatcher.isOtherPhone(one, other)).isEqualTo(isOther);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Anna Bell       | anna  bell      | false
            Anna            | Anna Bell       | false
            Anna Bell       | Anna            | false
            O&#39;Neil      | O'Neil          | false
            Anna &amp; Bob  | Anna Bob        | false
            Anna            | Bob             | true
            Anna Bell       | Anna Bold       | true
            """)
    void namesDifferIfNeitherBeginsWithTheOther(String one, String other, boolean isOther) {
        assertThat(ContactMatcher.isOtherName(one, other)).isEqualTo(isOther);
    }
}
