package io.leeloogateway.leeloo.query;

import io.leeloogateway.request.Rfc3339;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A bound of a time range, in one of the two forms that Leeloo's filters accept. */
@Pattern(regexp = DateOrInstant.REGEX)
@ReportAsSingleViolation
@Constraint(validatedBy = DateOrInstant.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface DateOrInstant {

    String REGEX = "^\\d{4}-\\d{2}-\\d{2}([Tt].+)?$";

    String message() default "must be a date (2026-01-31) or an instant (2026-01-31T08:20:37Z)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts a text that parses as a date or an instant. */
    class Validator implements ConstraintValidator<DateOrInstant, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || parses(text);
        }

        private static boolean parses(String text) {
            try {
                return text.length() > 10 ? Rfc3339.parse(text).isPresent() : LocalDate.parse(text) != null;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }
}
