package io.leeloogateway.access.apikey;

import io.leeloogateway.access.AccessProperties;
import io.leeloogateway.access.AuthenticatedClient;
import io.leeloogateway.access.BearerToken;
import io.leeloogateway.access.CredentialResolver;
import io.leeloogateway.access.Scope;
import io.leeloogateway.request.Caller;
import io.leeloogateway.secrets.InvalidSecret;
import io.leeloogateway.secrets.Secret;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Resolves the bootstrap key from the settings, which authenticates the first administrator. */
@Component
@Order(1)
@Qualifier("validated before the migration")
public class BootstrapKeyResolver implements CredentialResolver, MeterBinder {

    public static final Caller CALLER = new Caller("bootstrap", "bootstrap", null, Set.of(Scope.ADMIN.value()));

    private static final Logger log = LoggerFactory.getLogger(BootstrapKeyResolver.class);
    private static final String VARIABLE = "GATEWAY_BOOTSTRAP_ADMIN_KEY";

    private final @Nullable Secret key;
    private final AuthenticatedClient client;

    BootstrapKeyResolver(AccessProperties properties) {
        key = properties.bootstrapAdminKey();
        client = new AuthenticatedClient(CALLER, properties.bootstrapRequestsPerMinute(), null);
        if (key == null) {
            return;
        }
        if (key.isShorterThan(InvalidSecret.MIN_LENGTH)) {
            throw InvalidSecret.tooShort(VARIABLE);
        }
        key.flaw().ifPresent(flaw -> {
            throw InvalidSecret.unusable(VARIABLE, flaw);
        });
        log.warn(
                "{} is set and grants access to the admin routes; remove it once a client with scope admin exists",
                VARIABLE);
    }

    @Override
    public Optional<AuthenticatedClient> resolve(BearerToken bearer) {
        return key != null && key.isSameAs(bearer.token()) ? Optional.of(client) : Optional.empty();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("gateway.access.bootstrap.enabled", () -> key == null ? 0 : 1)
                .description("1 while the bootstrap key grants access to the admin routes")
                .register(registry);
    }
}
