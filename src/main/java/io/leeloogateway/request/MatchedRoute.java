package io.leeloogateway.request;

/**
 * The route that serves a call.
 *
 * @param operation its name in diary, ledger and metrics
 * @param success the HTTP status of its good answer
 */
public record MatchedRoute(String operation, int success) {}
