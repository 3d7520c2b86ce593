package io.leeloogateway.access.client;

/** Published when a client or one of its keys changes; listeners run after the commit. */
public record ClientPermissionsChanged(String clientId) {}
