package io.leeloogateway.access.client;

import io.leeloogateway.access.Scope;
import java.util.Set;

/** What a client may do, how often, and from where. */
public record ClientPermissions(Set<Scope> scopes, int requestsPerMinute, IpAllowList networks) {

    public ClientPermissions {
        scopes = Set.copyOf(scopes);
    }
}
