package io.leeloogateway.cache;

/** Serves a read instead of Leeloo's response. A read with a fallback does not wait for Leeloo as long as a read without one. */
public enum Fallback {
    NONE,
    /** The stale entry of the read. */
    STALE_ENTRY,
    /** Another source, such as the list row of a person, or the response without this part. */
    OTHER
}
