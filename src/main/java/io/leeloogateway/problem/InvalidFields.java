package io.leeloogateway.problem;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Extracts the invalid values from Spring's validation exceptions. */
public final class InvalidFields {

    private InvalidFields() {}

    public static List<InvalidField> of(BindingResult result) {
        return result.getFieldErrors().stream().map(InvalidFields::of).toList();
    }

    static List<InvalidField> of(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .flatMap(result -> of(result).stream())
                .toList();
    }

    private static List<InvalidField> of(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return errors.getFieldErrors().stream().map(InvalidFields::of).toList();
        }
        var name = Optional.ofNullable(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream()
                .map(error -> of(name.orElse("?"), error))
                .toList();
    }

    private static InvalidField of(FieldError error) {
        if (error.isBindingFailure()) {
            return new InvalidField(error.getField(), "type", ExpectedType.of(requiredType(error)));
        }
        return of(error.getField(), error);
    }

    private static @Nullable Class<?> requiredType(FieldError error) {
        return error.contains(TypeMismatchException.class)
                ? error.unwrap(TypeMismatchException.class).getRequiredType()
                : null;
    }

    private static InvalidField of(String field, MessageSourceResolvable error) {
        var codes = error.getCodes();
        var constraint = codes == null ? "" : codes[codes.length - 1];
        return new InvalidField(field, code(constraint), String.valueOf(error.getDefaultMessage()));
    }

    private static String code(String constraint) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size" -> "length";
            case "Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax", "Digits" -> "range";
            case "Future" -> "past";
            default -> "format";
        };
    }
}
