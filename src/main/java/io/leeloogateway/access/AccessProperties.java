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
 * Settings of authentication and rate limits.
 *
 * @param bootstrapAdminKey a bearer token of at least 32 printable ASCII characters that grants access to the admin routes only, to create the
 *     first client; {@code GATEWAY_BOOTSTRAP_ADMIN_KEY}, unset by default
 * @param demoKey the API key of the client {@code demo}; accepted in profile {@code sandbox} only
 * @param requestsPerMinute the limit of a client created without {@code requestsPerMinute}
 * @param bootstrapRequestsPerMinute the limit of the bootstrap key
 * @param demoRequestsPerMinute the limit of the client {@code demo}
 * @param unknownCallerRequestsPerMinute how many requests without a known caller an address may send to the gateway itself before further ones
 *     wait for one to two seconds
 */
@Validated
@ConfigurationProperties("gateway.access")
public record AccessProperties(
        @Nullable Secret bootstrapAdminKey,
        @Nullable Secret demoKey,

        @DefaultValue("120") @Min(1) @Max(ClientForm.MAX_REQUESTS_PER_MINUTE)
        int requestsPerMinute,

        @DefaultValue("120") @Min(1) @Max(ClientForm.MAX_REQUESTS_PER_MINUTE)
        int bootstrapRequestsPerMinute,

        @DefaultValue("6000") @Min(1) @Max(ClientForm.MAX_REQUESTS_PER_MINUTE)
        int demoRequestsPerMinute,

        @DefaultValue("600") @Min(1) @Max(ClientForm.MAX_REQUESTS_PER_MINUTE)
        int unknownCallerRequestsPerMinute) {

    public AccessProperties {
        bootstrapAdminKey = bootstrapAdminKey == null || bootstrapAdminKey.isBlank() ? null : bootstrapAdminKey;
    }
}
