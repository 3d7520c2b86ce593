package io.leeloogateway.sandbox;

/** What the wire and the controls share. */
record Stage(Leeloo leeloo, Faults faults, Limiter limiter, CallLog calls, Pauses pauses) {

    /** Everything as after a start; answers that hang are let go. */
    void reset() {
        leeloo.reset();
        limiter.reset();
        faults.clear();
        pauses.endAll();
        calls.clear();
    }
}
