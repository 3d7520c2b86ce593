package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text of a caller or of Leeloo keeps a regular expression busy for longer than its length, or overflows the stack. */
class RegularExpressionsTests {

    private static final int LENGTH = 10_000;
    private static final long MAX_READS = 60 * LENGTH;

    @ParameterizedTest
    @MethodSource("regularExpressions")
    void workGrowsWithTheLengthOfTheText(RegularExpression expression) {
        for (var start : starts(expression)) {
            for (var unit : units(expression)) {
                assertThat(readsOf(expression, start + unit.repeat(LENGTH / unit.length()) + "\u0001"))
                        .as("%s with %s%s…", expression.pattern(), start, unit)
                        .isLessThan(MAX_READS);
            }
        }
    }

    @Test
    void backtrackingIsNoticed() {
        var backtracking = new RegularExpression("here", Pattern.compile("[0-9:]*:[0-9:]*/"), false);

        assertThat(readsOf(backtracking, ":".repeat(LENGTH))).isGreaterThan(MAX_READS);
    }

    static List<RegularExpression> regularExpressions() throws Exception {
        return RegularExpressions.all();
    }

    private static List<String> starts(RegularExpression expression) {
        return Stream.concat(Stream.of("", "a", "0"), named(expression).filter(text -> !text.matches("[0-9A-Za-z]")))
                .toList();
    }

    private static List<String> units(RegularExpression expression) {
        return Stream.concat(Stream.of("a", "0", " ", "é", "a ", "a.", "\\\""), named(expression))
                .distinct()
                .toList();
    }

    /** The characters of the expression itself. */
    private static Stream<String> named(RegularExpression expression) {
        return expression.pattern().pattern().chars().distinct().mapToObj(Character::toString);
    }

    private static long readsOf(RegularExpression expression, String characters) {
        var text = new CountedText(characters);
        var matcher = expression.pattern().matcher(text);
        if (!expression.isSearched()) {
            matcher.matches();
            return text.reads();
        }
        while (matcher.find() && text.reads() < MAX_READS) {
            assertThat(matcher.end()).isLessThanOrEqualTo(characters.length());
        }
        return text.reads();
    }
}
