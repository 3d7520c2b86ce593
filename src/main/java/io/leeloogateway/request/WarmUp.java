package io.leeloogateway.request;

/** Work that a module does before readiness so that the first request is not slow. It changes no state. */
public interface WarmUp {

    /** Runs many times and may throw. */
    void warmUp();
}
