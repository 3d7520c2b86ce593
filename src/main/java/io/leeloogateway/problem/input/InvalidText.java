package io.leeloogateway.problem.input;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A text in a body is not plain: it holds a NUL or half a character. */
final class InvalidText extends DatabindException {

    private static final long serialVersionUID = 1;

    InvalidText(JsonParser parser) {
        super(parser, "a text is not plain");
    }
}
