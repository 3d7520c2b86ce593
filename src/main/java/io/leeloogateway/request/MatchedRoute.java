package io.leeloogateway.request;

/**
 * The route that serves a request.
 *
 * @param action the name of the route in the audit log, in operations and in metrics
 * @param scope the scope that a caller needs, or {@link Route#ANY_KEY}, or {@link Route#SECRET}
 * @param kind whether the route sends a change to Leeloo
 * @param dialect the API that the caller speaks
 * @param successStatus the HTTP status of a successful response
 */
public record MatchedRoute(String action, String scope, Route.Kind kind, Dialect dialect, int successStatus) {}
