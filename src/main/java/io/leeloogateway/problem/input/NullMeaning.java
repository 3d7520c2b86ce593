package io.leeloogateway.problem.input;

/** The meaning of a null in an optional field of a body. */
enum NullMeaning {
    /** A new resource has no value in the field. */
    ABSENT,
    /** A change could mean to clear the field, which neither Leeloo nor the gateway supports. */
    NONE
}
