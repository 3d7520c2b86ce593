package io.leeloogateway.audit.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormatterTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+1, '=1+1",
                "+380, '+380",
                "-1, '-1",
                "@sum, '@sum",
                "a=b, a=b",
                "a\"b, \"a\"\"b\"",
                "`a,b`, `\"a,b\"`"
            })
    void cellIsQuotedAndNoFormula(String text, String cell) {
        assertThat(CsvFormatter.cell(text)).isEqualTo(cell);
    }

    /** Spreadsheets skip leading blanks before a formula. */
    @ParameterizedTest
    @ValueSource(strings = {"\t=1+1", "\r=1+1"})
    void leadingBlanksAreEscaped(String text) {
        assertThat(CsvFormatter.cell(text)).matches("\"?'.*\"?(?s).*");
    }
}
