package io.leeloogateway.sync;

import java.util.Locale;

/** What is known about an entry that a run did not meet, mostly from Leeloo's response. */
enum EntryCheck {
    FOUND,
    GONE,
    /** With a person, since it was found; Leeloo was not asked. */
    ERASED,
    /** The response tells neither; the next full run asks again. */
    UNDECIDED;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
