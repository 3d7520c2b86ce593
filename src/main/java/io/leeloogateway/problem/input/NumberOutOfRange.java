package io.leeloogateway.problem.input;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A number in a body exceeds the range of the type of its field. */
final class NumberOutOfRange extends DatabindException {

    private static final long serialVersionUID = 1;

    private final Number nearest;

    NumberOutOfRange(JsonParser parser, Number nearest) {
        super(parser, "a number is out of range");
        this.nearest = nearest;
    }

    /** The nearest number in range. The constraints of the field reject it and name the bounds. */
    Number nearest() {
        return nearest;
    }
}
