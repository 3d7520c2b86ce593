package io.leeloogateway.request;

/** A handler that declares its route itself, because one method serves several routes. */
public interface RouteSource {

    Route route();

    /** The API of the route's requests and responses. */
    Dialect dialect();
}
