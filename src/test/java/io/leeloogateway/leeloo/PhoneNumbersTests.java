package io.leeloogateway.leeloo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTests {

    private static final String WANTED = "+380501234567";
    private static final PhoneNumbers ANYWHERE = new PhoneNumbers(new PhoneProperties(null));
    private static final PhoneNumbers UKRAINE = new PhoneNumbers(new PhoneProperties("UA"));

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
        assertThat(ANYWHERE.mayBe(WANTED, stored)).isTrue();
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
        assertThat(ANYWHERE.mayBe(WANTED, stored)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "+380501234567, +380501234567, +380501234567",
        "+38 (050) 123-45-67, +380501234567, +380501234567",
        "00380501234567, +380501234567, +380501234567",
        "' 380501234567', +380501234567, +380501234567",
        "380501234567, , +380501234567",
        "0501234567, , +380501234567",
        "80501234567, , +380501234567",
        "050 123 45 67 ext. 5, , +380501234567",
        "٠٥٠١٢٣٤٥٦٧, , +380501234567",
        "2025550101, , ",
        "1234567, , ",
        "+1 202 555-0101, +12025550101, +12025550101",
        "+1234567, +1234567, +1234567",
        "anna, , "
    })
    void numberWithoutACountryCodeBelongsToTheRegion(
            String text, @Nullable String anywhere, @Nullable String inUkraine) {
        assertThat(ANYWHERE.e164(text).orElse(null)).isEqualTo(anywhere);
        assertThat(UKRAINE.e164(text).orElse(null)).isEqualTo(inUkraine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0501234567", "80501234567", "501234567", "+38 050 123-45-67", "00380501234567"})
    void numberIsFoundHoweverItWasStored(String stored) {
        assertThat(ANYWHERE.possibleDigits(WANTED)).contains(ANYWHERE.storedDigits(stored));
        assertThat(UKRAINE.possibleDigits("0501234567")).contains(ANYWHERE.storedDigits(stored));
        assertThat(UKRAINE.storedDigits(stored)).isEqualTo("380501234567");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-", "anna"})
    void textWithoutDigitsIsNoNumber(@Nullable String text) {
        assertThat(UKRAINE.storedDigits(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"40, true", "41, false", "250, false"})
    void textOfOver40CharactersIsNoNumber(int length, boolean isNumber) {
        var text = " ".repeat(length - WANTED.length()) + WANTED;

        assertThat(ANYWHERE.e164(text).isPresent()).isEqualTo(isNumber);
        assertThat(ANYWHERE.storedDigits(text)).isEqualTo("380501234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0501234567", "+38 (050) 123-45-67"})
    void numberBeforeALongRemarkMayBeTheNumber(String number) {
        assertThat(ANYWHERE.mayBe(WANTED, number + " between nine and five, not at weekends"))
                .isTrue();
        assertThat(ANYWHERE.mayBe(WANTED, number.replace("45", "54") + " between nine and five, not at weekends"))
                .isFalse();
    }

    @Test
    void regionMustExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PhoneProperties("Ukraine"))
                .withMessageContaining("gateway.leeloo.default-region");
    }
}
