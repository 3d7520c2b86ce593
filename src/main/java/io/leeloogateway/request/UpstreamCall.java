package io.leeloogateway.request;

import java.time.Duration;
import java.time.Instant;

/**
 * One call to Leeloo.
 *
 * @param at when it began
 * @param duration how long it took
 * @param result Leeloo's HTTP status, or what broke
 */
public record UpstreamCall(Instant at, Duration duration, String result) {}
