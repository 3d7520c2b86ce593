package io.leeloogateway.access;

import java.util.Set;

/** What a client may do, how often, and from where. */
record Rights(Set<Scope> scopes, int requestsPerMinute, Networks networks) {

    Rights {
        scopes = Set.copyOf(scopes);
    }
}
