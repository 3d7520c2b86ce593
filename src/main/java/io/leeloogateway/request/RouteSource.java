package io.leeloogateway.request;

/** A handler that declares its route itself, because one method serves several routes. */
public interface RouteSource {

    Route route();
}
