package io.leeloogateway.request;

/** How urgently work needs Leeloo. */
public enum Priority {
    /** A caller waits for the result. */
    INTERACTIVE,
    /** The gateway works on its own: reconciliation, refresh of cache entries. */
    BACKGROUND,
    /** A synchronization, which takes only what nothing else needs. */
    SYNCHRONIZATION
}
