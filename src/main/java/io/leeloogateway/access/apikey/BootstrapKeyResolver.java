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
import org.springframework.stereotype.Component;

/** The one secret that lets the first administrator in; it stands in the settings, not in the database. */
@Component
@Qualifier("checked at start")
public class BootstrapKeyResolver implements CredentialResolver, MeterBinder {

    public static final Caller CALLER = new Caller("bootstrap", "bootstrap", null, Set.of(Scope.ADMIN.word()));

    private static final Logger log = LoggerFactory.getLogger(BootstrapKeyResolver.class);
    private static final String VARIABLE = "GATEWAY_BOOTSTRAP_ADMIN_KEY";

    private final @Nullable Secret key;
    private final AuthenticatedClient pass;

    BootstrapKeyResolver(AccessProperties properties) {
        key = properties.bootstrapAdminKey();
        pass = new AuthenticatedClient(CALLER, properties.bootstrapRequestsPerMinute(), null);
        if (key == null) {
            return;
        }
        if (key.isShorterThan(InvalidSecret.MIN_LENGTH)) {
            throw InvalidSecret.tooShort(VARIABLE);
        }
        if (!key.isPrintableAscii()) {
            throw InvalidSecret.notPrintable(VARIABLE);
        }
        log.warn("{} is set and opens the admin routes; remove it once there is a client with scope admin", VARIABLE);
    }

    @Override
    public Optional<AuthenticatedClient> find(BearerToken shown) {
        return key != null && key.isSameAs(shown.token()) ? Optional.of(pass) : Optional.empty();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("gateway.access.bootstrap.enabled", () -> key == null ? 0 : 1)
                .description("1 while the bootstrap secret opens the admin routes")
                .register(registry);
    }
}
