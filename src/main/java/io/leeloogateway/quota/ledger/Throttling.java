package io.leeloogateway.quota.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A response of Leeloo that its limit is reached.
 *
 * @param ageMillis the time since the response
 * @param callAgeMillis the time since the call began
 * @param delayMillis how long Leeloo asks to wait; null if it does not say
 */
public record Throttling(
        long ageMillis, long callAgeMillis, @Nullable Long delayMillis) {}
