package io.leeloogateway.operations.reconcile;

import io.leeloogateway.leeloo.change.Change;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes and reads a change as JSON, for the time that its outcome is open. The names of change records and of their components are stored, so a rename breaks stored rows. */
public final class StoredChange {

    private static final String PARTIAL = "isPartial";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StoredChange() {}

    public static String nameOf(Change<?> change) {
        return change.plain().getClass().getSimpleName();
    }

    public static String write(Change<?> change) {
        ObjectNode stored = JSON.valueToTree(change.plain());
        if (change.unreadBody().isPresent()) {
            stored.put(PARTIAL, true);
        }
        return JSON.writeValueAsString(stored);
    }

    /** Whether the change sent more than is stored, so that no state of Leeloo proves it. */
    static boolean isPartial(String stored) {
        return JSON.readTree(stored).path(PARTIAL).asBoolean(false);
    }

    public static Change<?> read(String name, String stored) {
        var type = Arrays.stream(Change.class.getPermittedSubclasses())
                .filter(candidate -> candidate.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no change called " + name));
        try {
            return (Change<?>) JSON.readValue(stored, type);
        } catch (JacksonException e) {
            // Jackson's messages quote the text that they could not read
            throw new IllegalStateException("a stored %s cannot be read: %s"
                    .formatted(name, e.getClass().getSimpleName()));
        }
    }
}
