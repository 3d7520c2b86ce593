package io.leeloogateway.access.apikey;

import io.leeloogateway.access.AccessProperties;
import io.leeloogateway.access.AuthenticatedClient;
import io.leeloogateway.access.BearerToken;
import io.leeloogateway.access.CredentialResolver;
import io.leeloogateway.access.Scope;
import io.leeloogateway.request.Caller;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Resolves the public demo key, which has all scopes, in profile {@code sandbox}. */
@Component
@Order(2)
@Profile("sandbox")
public class DemoKeyResolver implements CredentialResolver {

    private final ApiKey key;
    private final AuthenticatedClient client;

    DemoKeyResolver(AccessProperties properties) {
        key = Optional.ofNullable(properties.demoKey())
                .flatMap(ApiKey::parse)
                .orElseThrow(() -> new IllegalStateException("gateway.access.demo-key is not a well-formed API key"));
        var scopes = Arrays.stream(Scope.values()).map(Scope::value).collect(Collectors.toUnmodifiableSet());
        var caller = new Caller("demo", "demo", key.id(), scopes);
        client = new AuthenticatedClient(caller, properties.demoRequestsPerMinute(), null);
    }

    /** The demo key is not stored, so nobody can revoke it. */
    public boolean isCaller(Caller caller) {
        return client.caller().equals(caller);
    }

    @Override
    public Optional<AuthenticatedClient> resolve(BearerToken bearer) {
        return key.token().isSameAs(bearer.token()) ? Optional.of(client) : Optional.empty();
    }
}
