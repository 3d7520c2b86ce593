package io.leeloogateway.people;

/** The requested view of a person. */
enum PersonViewMode {
    /** All fields of the person. */
    FULL,
    /** The fields that lists have. */
    SUMMARY,
    /** The whole person or, where it cannot be read, the fields that lists have. */
    BEST_EFFORT
}
