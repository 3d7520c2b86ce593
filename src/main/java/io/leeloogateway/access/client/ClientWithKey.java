package io.leeloogateway.access.client;

/** A client and one of its keys, as one query read them. */
public record ClientWithKey(Client client, ClientKey key) {}
