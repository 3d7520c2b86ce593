package io.leeloogateway.access;

import com.fasterxml.jackson.annotation.JsonValue;
import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.InvalidRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What a key can be allowed to do; none implies another. */
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
    SYNC_RUN,
    RAW_READ;

    /** As it is written in requests and answers: {@code people:write}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** Names the place of each word that is no scope. */
    public static Set<Scope> parse(List<String> words) {
        var unknown = IntStream.range(0, words.size())
                .filter(i -> of(words.get(i)).isEmpty())
                .mapToObj(i -> new InvalidField("scopes[" + i + "]", "unknown", "is not a scope of the gateway"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidRequest(unknown);
        }
        var known = EnumSet.noneOf(Scope.class);
        words.forEach(word -> of(word).ifPresent(known::add));
        return known;
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
