package io.leeloogateway.sandbox;

import io.leeloogateway.sandbox.fault.DelayRegistry;
import io.leeloogateway.sandbox.fault.FaultQueue;

/** What the wire and the controls share. */
record SandboxContext(
        SimulatedLeeloo leeloo, FaultQueue faults, SandboxRateLimiter limiter, CallLog calls, DelayRegistry pauses) {

    /** Everything as after a start; answers that hang are let go. */
    void reset() {
        leeloo.reset();
        limiter.reset();
        faults.clear();
        pauses.endAll();
        calls.clear();
    }
}
