package io.leeloogateway.audit;

import io.leeloogateway.audit.store.AuditEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An audit event that announces a change; {@link ChangeAudit} writes it in the transaction of the operation. */
public final class ChangeBegin {

    private final AuditEvent event;
    private final List<FieldChange> fields;
    private final @Nullable String personId;

    ChangeBegin(AuditEvent event, List<FieldChange> fields, @Nullable String personId) {
        this.event = event;
        this.fields = List.copyOf(fields);
        this.personId = personId;
    }

    /** The number of fields that the change sets. */
    public int fieldCount() {
        return fields.size();
    }

    AuditEvent event() {
        return event;
    }

    List<FieldChange> fields() {
        return fields;
    }

    @Nullable
    String personId() {
        return personId;
    }
}
