package io.leeloogateway.operations.reconcile;

import io.leeloogateway.leeloo.change.Change;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A change as it is kept as long as its outcome is open. */
public final class StoredChange {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredChange() {}

    public static String kindOf(Change<?> change) {
        return change.getClass().getSimpleName();
    }

    public static String of(Change<?> change) {
        return JSON.writeValueAsString(change);
    }

    public static Change<?> read(String kind, String stored) {
        var type = Arrays.stream(Change.class.getPermittedSubclasses())
                .filter(candidate -> candidate.getSimpleName().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no change called " + kind));
        try {
            return (Change<?>) JSON.readValue(stored, type);
        } catch (JacksonException e) {
            // Jackson quotes in its messages what it could not read
            throw new IllegalStateException("a stored %s cannot be read: %s"
                    .formatted(kind, e.getClass().getSimpleName()));
        }
    }
}
