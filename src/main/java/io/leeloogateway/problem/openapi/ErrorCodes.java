package io.leeloogateway.problem.openapi;

import java.util.List;

/** The codes of invalid values in {@code errors}; Leeloo's own codes are in upper case and come on top. */
final class ErrorCodes {

    /** In the order of the documentation. */
    static final List<String> CODES = List.of(
            "required",
            "unknown",
            "type",
            "format",
            "length",
            "range",
            "past",
            "null",
            "repeated",
            "contradictory",
            "forbidden",
            "malformed");

    private ErrorCodes() {}
}
