package io.leeloogateway.request;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The authenticated client, its API key (null for the bootstrap key and for JWTs) and its scopes. */
public record Caller(String clientId, String name, @Nullable String keyId, Set<String> scopes) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean hasScope(String scope) {
        return scopes.contains(scope);
    }
}
