package io.leeloogateway.quota;

import java.util.List;

/** Who gets the next permit: calls of a later priority start only while none of an earlier one waits. */
enum Priority {
    INTERACTIVE,
    BACKGROUND,
    SYNCHRONIZATION;

    /** The position in the order: 0 for the most urgent. */
    int rank() {
        return List.of(values()).indexOf(this);
    }
}
