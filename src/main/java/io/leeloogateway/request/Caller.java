package io.leeloogateway.request;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The authenticated client, its API key (null for the bootstrap key and for JWTs) and its scopes.
 *
 * @param weight the client's part of Leeloo's limit, in proportion to the weights of the other clients
 */
public record Caller(String clientId, String name, @Nullable String keyId, Set<String> scopes, int weight) {

    /** The weight of a client without a weight of its own. */
    public static final int DEFAULT_WEIGHT = 1;

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public Caller(String clientId, String name, @Nullable String keyId, Set<String> scopes) {
        this(clientId, name, keyId, scopes, DEFAULT_WEIGHT);
    }

    public boolean hasScope(String scope) {
        return scopes.contains(scope);
    }
}
