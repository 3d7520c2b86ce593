package io.leeloogateway.request;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who makes the call: a client, the key it showed (none for the bootstrap secret), and what it may do. */
public record Caller(String clientId, String name, @Nullable String keyId, Set<String> scopes) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean has(String scope) {
        return scopes.contains(scope);
    }
}
