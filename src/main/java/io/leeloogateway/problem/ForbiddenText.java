package io.leeloogateway.problem;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A text in a body holds a NUL, which neither PostgreSQL nor Leeloo keeps. */
final class ForbiddenText extends DatabindException {

    private static final long serialVersionUID = 1;

    ForbiddenText(JsonParser parser) {
        super(parser, "a text contains NUL");
    }
}
