package io.leeloogateway.leeloo;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A phone number in any spelling from which the gateway knows the number in E.164. */
@Constraint(validatedBy = Phone.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Phone {

    String message() default
            "must be a phone number with a plus sign and country code, or a national one where the region is configured";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts what {@link PhoneNumbers#e164} accepts. */
    class Validator implements ConstraintValidator<Phone, String> {

        private final PhoneNumbers phones;

        Validator(PhoneNumbers phones) {
            this.phones = phones;
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || phones.e164(text).isPresent();
        }
    }
}
