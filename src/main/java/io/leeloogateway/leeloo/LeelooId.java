package io.leeloogateway.leeloo;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An id of Leeloo: 24 lower-case hex characters. */
@Pattern(regexp = LeelooId.REGEX)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface LeelooId {

    String REGEX = "^[0-9a-f]{24}$";

    String message() default "must be 24 lower-case hex characters, such as 64a0c3f00001000000000002";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
