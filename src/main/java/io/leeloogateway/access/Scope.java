package io.leeloogateway.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key can be allowed to do; none implies another. */
enum Scope {
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
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    static Optional<Scope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
