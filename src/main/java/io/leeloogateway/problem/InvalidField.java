package io.leeloogateway.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param field where it stands: a path in the body ({@code people[0].phone}), a parameter or a header
 * @param code what is wrong with it, for programs
 * @param detail what is wrong with it, for people
 */
public record InvalidField(String field, String code, String detail) {}
