package io.leeloogateway.access.apikey;

import io.leeloogateway.access.AuthenticatedClient;
import io.leeloogateway.access.client.ClientKey;
import io.leeloogateway.access.client.ClientState;
import io.leeloogateway.access.client.IpAllowList;
import java.time.Instant;
import java.util.HexFormat;

/** A key and its client as the database had them at a moment on the monotonic clock. */
record CachedApiKey(
        AuthenticatedClient pass, String hexHash, IpAllowList networks, boolean open, Instant expiresAt, long readAt) {

    static CachedApiKey of(ClientKey key, long readAt) {
        var client = key.client();
        var rights = client.rights();
        return new CachedApiKey(
                new AuthenticatedClient(client.caller(key.id()), rights.requestsPerMinute(), key.expiresAt(), readAt),
                HexFormat.of().formatHex(key.hash()),
                rights.networks(),
                key.revokedAt() == null && client.state() == ClientState.ACTIVE,
                key.expiresAt(),
                readAt);
    }

    byte[] hash() {
        return HexFormat.of().parseHex(hexHash);
    }

    String clientId() {
        return pass.caller().clientId();
    }

    /** Asks everything, whatever the first answer, so that the time says nothing. */
    boolean opensFrom(String address, Instant moment) {
        var valid = moment.isBefore(expiresAt);
        var near = networks.contain(address);
        return open && valid && near;
    }

    /** What keeps one out who shows the genuine key. */
    String whyNotAt(Instant moment) {
        if (!open) {
            return "revoked or frozen";
        }
        return moment.isBefore(expiresAt) ? "network" : "expired";
    }
}
