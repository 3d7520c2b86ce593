package io.leeloogateway.operations.reconcile;

import com.fasterxml.jackson.annotation.JsonValue;
import io.leeloogateway.request.Outcome;

/** The two outcomes that resolve an unknown operation. */
public enum Resolution {
    APPLIED(Outcome.APPLIED),
    NOT_APPLIED(Outcome.NOT_APPLIED);

    private final Outcome outcome;

    Resolution(Outcome outcome) {
        this.outcome = outcome;
    }

    public Outcome outcome() {
        return outcome;
    }

    @JsonValue
    String word() {
        return outcome.value();
    }
}
