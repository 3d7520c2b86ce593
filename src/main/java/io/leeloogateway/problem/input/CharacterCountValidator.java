package io.leeloogateway.problem.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Counts characters (code points), as the documentation promises; Hibernate counts UTF-16 units, of which an emoji has two. */
final class CharacterCountValidator implements ConstraintValidator<Size, String> {

    private int min;
    private int max;

    @Override
    public void initialize(Size size) {
        min = size.min();
        max = size.max();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        var characters = text.codePointCount(0, text.length());
        return characters >= min && characters <= max;
    }
}
