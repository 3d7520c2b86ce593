package io.leeloogateway.people;

/** A part of a person that is returned only on request. */
enum PersonPart {
    ORDERS,
    OPERATORS
}
