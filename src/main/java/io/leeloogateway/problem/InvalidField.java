package io.leeloogateway.problem;

/**
 * An invalid value in a request.
 *
 * @param field the location: a path in the body ({@code people[0].phone}), a parameter or a header
 * @param code the error as a code for programs
 * @param detail the error as a text for people
 */
public record InvalidField(String field, String code, String detail) {}
