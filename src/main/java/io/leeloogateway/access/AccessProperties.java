package io.leeloogateway.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the door.
 *
 * @param pepper the secrets that stored keys are hashed with, of at least 32 characters each: the first makes new
 *     hashes, all of them check; {@code GATEWAY_PEPPER}, separated by commas, required
 * @param bootstrapAdminKey a bearer token of at least 32 printable ASCII characters that opens the admin routes and nothing else, so that the first
 *     client can be made; {@code GATEWAY_BOOTSTRAP_ADMIN_KEY}, unset by default
 * @param demoKey the key of the client {@code demo}; works in profile {@code sandbox} only
 */
@ConfigurationProperties("gateway.access")
record AccessProperties(
        List<Secret> pepper,
        @Nullable Secret bootstrapAdminKey,
        @Nullable Secret demoKey) {

    AccessProperties {
        pepper = pepper == null ? List.of() : List.copyOf(pepper);
        bootstrapAdminKey = bootstrapAdminKey == null || bootstrapAdminKey.isBlank() ? null : bootstrapAdminKey;
    }
}
