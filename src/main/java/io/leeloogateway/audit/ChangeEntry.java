package io.leeloogateway.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The beginning of a change, ready to be written into the diary in the ledger's transaction. */
public final class ChangeEntry {

    private final Event event;
    private final List<Changed> fields;
    private final @Nullable String personId;

    ChangeEntry(Event event, List<Changed> fields, @Nullable String personId) {
        this.event = event;
        this.fields = List.copyOf(fields);
        this.personId = personId;
    }

    Event event() {
        return event;
    }

    List<Changed> fields() {
        return fields;
    }

    @Nullable
    String personId() {
        return personId;
    }
}
