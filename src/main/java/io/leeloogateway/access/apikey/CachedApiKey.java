package io.leeloogateway.access.apikey;

import io.leeloogateway.access.AuthenticatedClient;
import io.leeloogateway.access.client.ClientState;
import io.leeloogateway.access.client.ClientWithKey;
import io.leeloogateway.access.client.IpAllowList;
import io.leeloogateway.request.IpAddress;
import java.time.Instant;
import java.util.HexFormat;

/** An API key and its client as read from the database at {@code readAtNanos}, on the monotonic clock. */
record CachedApiKey(
        AuthenticatedClient authenticatedClient,
        String hexHash,
        IpAllowList networks,
        boolean active,
        Instant expiresAt,
        long readAtNanos) {

    static CachedApiKey of(ClientWithKey found, long readAtNanos) {
        var client = found.client();
        var key = found.key();
        var permissions = client.permissions();
        return new CachedApiKey(
                new AuthenticatedClient(
                        client.caller(key.id()), permissions.requestsPerMinute(), key.expiresAt(), readAtNanos),
                HexFormat.of().formatHex(key.hash()),
                permissions.networks(),
                key.revokedAt() == null && client.state() == ClientState.ACTIVE,
                key.expiresAt(),
                readAtNanos);
    }

    byte[] hash() {
        return HexFormat.of().parseHex(hexHash);
    }

    String clientId() {
        return authenticatedClient.caller().clientId();
    }

    /** Evaluates every condition, so that the duration reveals none. */
    boolean isUsableFrom(IpAddress address, Instant moment) {
        var valid = moment.isBefore(expiresAt);
        var allowed = networks.allows(address);
        return active && valid && allowed;
    }

    /** Returns why the genuine key is denied. */
    String denialReasonAt(Instant moment) {
        if (!active) {
            return "revoked or frozen";
        }
        return moment.isBefore(expiresAt) ? "network" : "expired";
    }
}
