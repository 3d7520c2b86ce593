package io.leeloogateway.people;

/** How much of a person is shown. */
enum PersonViewMode {
    /** What the person's card says. */
    FULL,
    /** What lists tell. */
    SUMMARY,
    /** What can be had. */
    BEST
}
