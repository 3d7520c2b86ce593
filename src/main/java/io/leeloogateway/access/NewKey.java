package io.leeloogateway.access;

/** A key that was just made, and what is kept of it. */
record NewKey(ApiKey key, ClientKey stored) {}
