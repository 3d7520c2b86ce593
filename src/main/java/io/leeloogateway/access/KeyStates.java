package io.leeloogateway.access;

/** Knows the present state of API keys. */
public interface KeyStates {

    /** False for a key that was revoked or has expired, or whose client is frozen. */
    boolean isUsable(String keyId);
}
