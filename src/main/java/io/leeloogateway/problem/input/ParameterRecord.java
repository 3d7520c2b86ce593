package io.leeloogateway.problem.input;

import io.leeloogateway.request.Rfc3339;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates the instances of one parameter record from query parameters. Its constructor is looked up once. */
final class ParameterRecord {

    private static final Object INVALID = new Object();

    private final RecordComponent[] components;
    private final MethodHandle constructor;

    ParameterRecord(Class<?> type) {
        components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var declared = type.getDeclaredConstructor(types);
            declared.setAccessible(true);
            constructor = MethodHandles.lookup()
                    .unreflectConstructor(declared)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    /** Empty if a value is not in its usual form, or the constructor refuses it: Spring then converts it or reports the error. */
    Optional<Object> bind(HttpServletRequest request) {
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        for (var i = 0; i < components.length; i++) {
            var values = request.getParameterValues(components[i].getName());
            arguments[i] = values == null ? null : convert(components[i].getType(), values);
            if (INVALID.equals(arguments[i])) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of((Object) constructor.invokeExact(arguments));
        } catch (RuntimeException _) {
            return Optional.empty();
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UndeclaredThrowableException(e);
        }
    }

    private static Object convert(Class<?> type, String... values) {
        if (type == List.class) {
            return List.of(values);
        }
        if (values.length > 1) {
            return INVALID;
        }
        if (type == String.class) {
            return values[0];
        }
        if (type == Integer.class) {
            return integer(values[0]);
        }
        if (type == Boolean.class && (values[0].equals("true") || values[0].equals("false"))) {
            return values[0].equals("true");
        }
        return type == Instant.class
                ? Rfc3339.parse(values[0]).<Object>map(value -> value).orElse(INVALID)
                : INVALID;
    }

    /** Up to nine digits, so that the value fits. */
    private static Object integer(String text) {
        var isPlain = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isPlain ? (Object) Integer.valueOf(text) : INVALID;
    }
}
