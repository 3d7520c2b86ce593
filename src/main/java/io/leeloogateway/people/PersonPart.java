package io.leeloogateway.people;

/** A part of a person that is shown only when asked for. */
enum PersonPart {
    ORDERS,
    OPERATORS
}
