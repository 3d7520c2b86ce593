package io.leeloogateway.operations;

import com.fasterxml.jackson.annotation.JsonValue;
import io.leeloogateway.request.Outcome;

/** The two outcomes that end the question what became of a change. */
enum Settlement {
    APPLIED(Outcome.APPLIED),
    NOT_APPLIED(Outcome.NOT_APPLIED);

    private final Outcome outcome;

    Settlement(Outcome outcome) {
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }

    @JsonValue
    String word() {
        return outcome.word();
    }
}
