package io.leeloogateway.access;

import io.leeloogateway.access.client.ClientForm;
import io.leeloogateway.secrets.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the door.
 *
 * @param bootstrapAdminKey a bearer token of at least 32 printable ASCII characters that opens the admin routes and nothing else, so that the first
 *     client can be made; {@code GATEWAY_BOOTSTRAP_ADMIN_KEY}, unset by default
 * @param demoKey the key of the client {@code demo}; works in profile {@code sandbox} only
 * @param requestsPerMinute the limit of a client that is made without one
 * @param bootstrapRequestsPerMinute the limit of the bootstrap secret
 * @param demoRequestsPerMinute the limit of the client {@code demo}
 */
@Validated
@ConfigurationProperties("gateway.access")
public record AccessProperties(
        @Nullable Secret bootstrapAdminKey,
        @Nullable Secret demoKey,

        @DefaultValue("120") @Min(1) @Max(ClientForm.MOST_REQUESTS)
        int requestsPerMinute,

        @DefaultValue("120") @Min(1) @Max(ClientForm.MOST_REQUESTS)
        int bootstrapRequestsPerMinute,

        @DefaultValue("6000") @Min(1) @Max(ClientForm.MOST_REQUESTS)
        int demoRequestsPerMinute) {

    public AccessProperties {
        bootstrapAdminKey = bootstrapAdminKey == null || bootstrapAdminKey.isBlank() ? null : bootstrapAdminKey;
    }
}
