package io.leeloogateway.cache;

/**
 * An answer with all that Leeloo said.
 *
 * @param value what the gateway makes of it, with what lists told later
 * @param raw Leeloo's own words, to the letter: JSON
 */
public record ValueWithRaw<T>(T value, String raw) {}
