package io.leeloogateway.access.client;

import io.leeloogateway.access.Scope;
import java.util.Set;

/** The scopes, the rate limit, the weight and the networks of a client. */
public record ClientPermissions(Set<Scope> scopes, int requestsPerMinute, int weight, IpAllowList networks) {

    public ClientPermissions {
        scopes = Set.copyOf(scopes);
    }
}
