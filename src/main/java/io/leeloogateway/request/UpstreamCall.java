package io.leeloogateway.request;

import java.time.Duration;
import java.time.Instant;

/**
 * One call to Leeloo.
 *
 * @param at the start of the call
 * @param duration the duration of the call
 * @param result Leeloo's HTTP status or the transport error
 */
public record UpstreamCall(Instant at, Duration duration, String result) {}
