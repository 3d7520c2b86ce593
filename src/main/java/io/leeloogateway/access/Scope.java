package io.leeloogateway.access;

import com.fasterxml.jackson.annotation.JsonValue;
import io.leeloogateway.problem.ExpectedType;
import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.InvalidRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A permission of a client. No scope implies another. */
@Schema(enumAsRef = true)
public enum Scope {
    PEOPLE_READ,
    PEOPLE_WRITE,
    ORDERS_READ,
    ORDERS_WRITE,
    TAGS_READ,
    CHANNELS_READ,
    CHANNELS_WRITE,
    MESSAGES_READ,
    MESSAGES_SEND,
    TEMPLATES_READ,
    TUNNELS_READ,
    TUNNELS_WRITE,
    USERS_READ,
    CALLS_WRITE,
    ADMIN,
    AUDIT_READ,
    RAW_READ,
    SYNC_RUN;

    private static final String ALL =
            ExpectedType.choice(Arrays.stream(values()).map(Scope::value).toList());

    /** The scope in requests and responses: {@code people:write}. */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** Parses a list of scopes; the exception names the position of each unknown scope. */
    public static Set<Scope> parse(List<String> values) {
        var unknown = IntStream.range(0, values.size())
                .filter(i -> of(values.get(i)).isEmpty())
                .mapToObj(i -> new InvalidField("scopes[" + i + "]", "unknown", "must be " + ALL))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidRequest(unknown);
        }
        var known = EnumSet.noneOf(Scope.class);
        values.forEach(value -> of(value).ifPresent(known::add));
        return known;
    }

    public static Optional<Scope> of(String value) {
        return Arrays.stream(values())
                .filter(scope -> scope.value().equals(value))
                .findFirst();
    }
}
