package io.leeloogateway.problem.input;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** Names the types of fields in errors. */
final class ExpectedType {

    private static final Map<Class<?>, String> DETAILS = Map.of(
            String.class, "must be a text",
            Integer.class, "must be a whole number",
            BigDecimal.class, "must be a number",
            Boolean.class, "must be true or false",
            Instant.class,
                    "must be an instant of RFC 3339, such as 2026-01-13T08:20:37Z; hours are 00 to 23, seconds 00 to 59");

    private ExpectedType() {}

    static String of(Class<?> type) {
        return DETAILS.getOrDefault(type, "is not a documented value");
    }
}
