package io.leeloogateway.access;

/** What a client or one of its keys may do has changed, and is committed when this is heard. */
record RightsChanged(String clientId) {}
