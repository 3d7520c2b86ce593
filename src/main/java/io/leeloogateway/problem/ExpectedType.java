package io.leeloogateway.problem;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Names the expected form of a value in errors, with an example. */
public final class ExpectedType {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNKNOWN = "is not of the right type";

    private static final Map<Class<?>, String> DETAILS = Map.of(
            String.class, "must be a text",
            Integer.class, "must be a whole number, such as 20",
            int.class, "must be a whole number, such as 20",
            BigDecimal.class, "must be a number, such as 99.90",
            Boolean.class, "must be true or false",
            boolean.class, "must be true or false",
            Instant.class,
                    "must be an instant of RFC 3339, such as 2026-01-13T08:20:37Z; hours are 00 to 23, seconds 00 to 59");

    private ExpectedType() {}

    public static String of(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return "must be " + choice(words(type));
        }
        return type == null ? UNKNOWN : DETAILS.getOrDefault(type, UNKNOWN);
    }

    /** {@code a, b or c}. */
    public static String choice(List<String> words) {
        var last = words.size() - 1;
        return last == 0 ? words.getFirst() : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** As in JSON, not as in Java. */
    private static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> JSON.valueToTree(constant).asString())
                .toList();
    }
}
