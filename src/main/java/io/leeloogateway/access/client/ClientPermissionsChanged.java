package io.leeloogateway.access.client;

/** What a client or one of its keys may do has changed, and is committed when this is heard. */
public record ClientPermissionsChanged(String clientId) {}
