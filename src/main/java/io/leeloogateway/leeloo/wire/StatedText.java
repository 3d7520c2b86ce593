package io.leeloogateway.leeloo.wire;

import org.jspecify.annotations.Nullable;

/**
 * A text that Leeloo's JSON may state.
 *
 * @param value null if there is none
 * @param isStated whether the JSON contains the text, or that there is none
 */
record StatedText(@Nullable String value, boolean isStated) {

    static final StatedText NONE = new StatedText(null, true);
    static final StatedText UNSTATED = new StatedText(null, false);
}
