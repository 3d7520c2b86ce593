package io.leeloogateway.request;

/**
 * Published when the sandbox is reset, after the simulated Leeloo has its seed again. Each module then forgets what its callers see, so that
 * the next run of a test suite meets the state after a start. The audit log stays, because it is append-only.
 */
public record SandboxReset() {}
