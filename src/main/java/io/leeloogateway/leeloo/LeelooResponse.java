package io.leeloogateway.leeloo;

import java.time.Instant;

/**
 * A successful response of Leeloo: the value read from its body, and the body.
 *
 * @param sentAt a moment before the request left: Leeloo gave the data no earlier
 */
public record LeelooResponse<T>(T value, RawBody body, Instant sentAt) {}
