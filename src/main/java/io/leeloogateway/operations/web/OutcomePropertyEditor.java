package io.leeloogateway.operations.web;

import io.leeloogateway.request.Outcome;
import java.beans.PropertyEditorSupport;
import java.util.Arrays;

/** Parses an outcome in the spelling of JSON. A converter is not enough: after its failure Spring would accept the names of the constants. */
final class OutcomePropertyEditor extends PropertyEditorSupport {

    @Override
    public void setAsText(String word) {
        setValue(Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.value().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such outcome")));
    }
}
