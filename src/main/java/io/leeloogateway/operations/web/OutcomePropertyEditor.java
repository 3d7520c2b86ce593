package io.leeloogateway.operations.web;

import io.leeloogateway.request.Outcome;
import java.beans.PropertyEditorSupport;
import java.util.Arrays;

/** Reads an outcome from the query as answers spell it; where a converter refuses, Spring tries the constants' own names. */
final class OutcomePropertyEditor extends PropertyEditorSupport {

    @Override
    public void setAsText(String word) {
        setValue(Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such outcome")));
    }
}
