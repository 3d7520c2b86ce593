package io.leeloogateway.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What repeated lines have in common.
 *
 * @param format the message without its arguments
 * @param cause the type of the exception and the place that threw it, if there is one
 */
record LineKind(
        String logger, Level level, String format, @Nullable String cause) {

    static LineKind of(
            Logger logger,
            Level level,
            String format,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        return new LineKind(logger.getName(), level, format, cause(failure == null ? last(arguments) : failure));
    }

    /** SLF4J takes the last argument as the exception. */
    private static @Nullable Object last(@Nullable Object @Nullable [] arguments) {
        return arguments == null || arguments.length == 0 ? null : arguments[arguments.length - 1];
    }

    private static @Nullable String cause(@Nullable Object failure) {
        if (!(failure instanceof Throwable thrown)) {
            return null;
        }
        var places = thrown.getStackTrace();
        return thrown.getClass().getName() + (places.length == 0 ? "" : " at " + places[0]);
    }
}
