package io.leeloogateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredPhoneTests {

    private static final String WANTED = "+380501234567";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+380501234567",
                "380501234567",
                "0501234567",
                "80501234567",
                "00380501234567",
                "501234567",
                "1234567",
                "+38 (050) 123-45-67",
                "+380 (0) 50 123 45 67",
                "8 (050) 123.45.67",
                "050/123 45 67",
                "tel:+380501234567",
                "TEL:0501234567",
                "+380501234567;ext=5",
                "0501234567 ext. 5",
                "+380501234567 доб. 12",
                "+380501234567, 5",
                "+380501234567#5",
                "٠٥٠١٢٣٤٥٦٧",
                "+٣٨٠٥٠١٢٣٤٥٦٧",
                "۰۵۰۱۲۳۴۵۶۷",
                "＋３８０５０１２３４５６７",
                "\u202A+380501234567\u202C"
            })
    void spellingOfTheNumberMayBeIt(String stored) {
        assertThat(StoredPhone.of(stored).mayBe(WANTED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NOT_DEFINED",
                "-",
                "+380501234568",
                "+70501234567",
                "0070501234567",
                "0671234567",
                "0501234568",
                "7654321",
                "34567",
                "+1234567",
                "1380501234567"
            })
    void otherNumberIsSomebodyElses(String stored) {
        assertThat(StoredPhone.of(stored).mayBe(WANTED)).isFalse();
    }
}
