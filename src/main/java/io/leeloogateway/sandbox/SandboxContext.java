package io.leeloogateway.sandbox;

import io.leeloogateway.sandbox.fault.DelayRegistry;
import io.leeloogateway.sandbox.fault.FaultQueue;

/** The state that the Leeloo endpoint and the control endpoint share. */
record SandboxContext(
        SimulatedLeeloo leeloo, FaultQueue faults, SandboxRateLimiter limiter, CallLog calls, DelayRegistry delays) {

    /** Restores the state of the simulated Leeloo after a start and ends all delayed responses. */
    void reset() {
        leeloo.reset();
        limiter.reset();
        faults.clear();
        delays.endAll();
        calls.clear();
    }
}
