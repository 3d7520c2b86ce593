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
import org.springframework.stereotype.Component;

/** The key that everybody knows, for trying the gateway out against a pretend Leeloo. */
@Component
@Profile("sandbox")
public class DemoKeyResolver implements CredentialResolver {

    private final ApiKey key;
    private final AuthenticatedClient pass;

    DemoKeyResolver(AccessProperties properties) {
        key = Optional.ofNullable(properties.demoKey())
                .flatMap(ApiKey::parse)
                .orElseThrow(() -> new IllegalStateException("gateway.access.demo-key is not a well-formed key"));
        var scopes = Arrays.stream(Scope.values()).map(Scope::word).collect(Collectors.toUnmodifiableSet());
        var caller = new Caller("demo", "demo", key.id(), scopes);
        pass = new AuthenticatedClient(caller, properties.demoRequestsPerMinute(), null);
    }

    @Override
    public Optional<AuthenticatedClient> find(BearerToken shown) {
        return key.text().isSameAs(shown.token()) ? Optional.of(pass) : Optional.empty();
    }
}
