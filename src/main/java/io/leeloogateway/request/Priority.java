package io.leeloogateway.request;

import java.util.List;

/** How urgently work needs Leeloo: calls of a later priority start only while none of an earlier one waits. */
public enum Priority {
    /** A caller waits for the result. */
    INTERACTIVE,
    /** The gateway works on its own: reconciliation, refresh of cache entries. */
    BACKGROUND,
    /** A synchronization, which takes only what nothing else needs. */
    SYNCHRONIZATION;

    /** The position in the order: 0 for the most urgent. */
    public int rank() {
        return List.of(values()).indexOf(this);
    }
}
