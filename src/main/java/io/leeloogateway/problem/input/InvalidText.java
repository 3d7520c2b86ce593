package io.leeloogateway.problem.input;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A text in a body contains a NUL or an unpaired surrogate. */
final class InvalidText extends DatabindException {

    static final String DETAIL = "must not contain NUL or half a character";
    private static final long serialVersionUID = 1;

    InvalidText(JsonParser parser) {
        super(parser, "a text contains a NUL or an unpaired surrogate");
    }
}
