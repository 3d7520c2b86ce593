package io.leeloogateway.problem.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requires a character that a reader can see. Hibernate accepts a text of zero-width spaces, combining marks or fillers. */
final class VisibleTextValidator implements ConstraintValidator<NotBlank, String> {

    private static final Set<Integer> INVISIBLE_TYPES = Set.of(
            (int) Character.SPACE_SEPARATOR,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR,
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.PRIVATE_USE,
            (int) Character.UNASSIGNED,
            (int) Character.NON_SPACING_MARK,
            (int) Character.COMBINING_SPACING_MARK,
            (int) Character.ENCLOSING_MARK);

    /** The four Hangul fillers are letters, and the blank Braille pattern is a symbol. */
    private static final Set<Integer> FILLERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text != null && text.codePoints().anyMatch(VisibleTextValidator::isVisible);
    }

    private static boolean isVisible(int character) {
        return !INVISIBLE_TYPES.contains(Character.getType(character)) && !FILLERS.contains(character);
    }
}
