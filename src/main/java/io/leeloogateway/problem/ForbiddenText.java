package io.leeloogateway.problem;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A text in a body is not plain: it holds a NUL or half a character. */
final class ForbiddenText extends DatabindException {

    private static final long serialVersionUID = 1;

    ForbiddenText(JsonParser parser) {
        super(parser, "a text is not plain");
    }
}
