package io.leeloogateway.access;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.IpAddress;
import java.util.Optional;

/** Knows the present state of API keys. */
public interface KeyStates {

    /**
     * The caller with the present scopes of a stored key. Empty if the key was revoked or has expired, its client is frozen or deleted, or the
     * address is outside the client's networks.
     */
    Optional<Caller> findCaller(String keyId, IpAddress address);
}
