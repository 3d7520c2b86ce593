package io.leeloogateway.access.jwt;

import io.leeloogateway.access.client.ClientForm;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Authentication with JWTs of an external issuer; disabled unless an issuer or a JWK set is configured.
 *
 * @param issuerUri the accepted issuer; its metadata names the JWK set
 * @param jwkSetUri the URI of the JWK set, for an issuer without metadata
 * @param audience the required audience of tokens; mandatory if the issuer or the JWK set is configured
 * @param adminAllowed whether the scope {@code admin} of a token is accepted
 * @param requestsPerMinute the rate limit of each caller with a JWT
 */
@Validated
@ConfigurationProperties("gateway.access.jwt")
public record JwtProperties(
        @Nullable URI issuerUri,
        @Nullable URI jwkSetUri,
        @Nullable String audience,
        @DefaultValue("false") boolean adminAllowed,

        @DefaultValue("120") @Min(1) @Max(ClientForm.MAX_REQUESTS_PER_MINUTE)
        int requestsPerMinute) {

    public JwtProperties {
        if ((issuerUri != null || jwkSetUri != null) && (audience == null || audience.isBlank())) {
            throw new IllegalArgumentException(
                    "gateway.access.jwt.audience must be set, so that tokens issued for other services are rejected");
        }
    }

    public boolean isEnabled() {
        return issuerUri != null || jwkSetUri != null;
    }
}
