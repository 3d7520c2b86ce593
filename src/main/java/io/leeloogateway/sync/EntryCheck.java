package io.leeloogateway.sync;

import java.util.Locale;

/** What Leeloo responds about an entry that a run did not meet. */
enum EntryCheck {
    FOUND,
    GONE,
    /** The response tells neither; the next full run asks again. */
    UNDECIDED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
