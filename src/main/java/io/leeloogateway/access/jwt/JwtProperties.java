package io.leeloogateway.access.jwt;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tokens of an issuer that open routes like keys; off unless an issuer or a key set is named.
 *
 * @param issuerUri whose tokens are taken; its key set is found through its metadata
 * @param jwkSetUri where the issuer's key set is, if its metadata does not tell
 * @param audience which audience a token must name; required once the issuer or the key set is set
 * @param adminAllowed whether a token may carry the scope {@code admin}
 * @param requestsPerMinute the limit of each caller with a token
 */
@ConfigurationProperties("gateway.access.jwt")
public record JwtProperties(
        @Nullable URI issuerUri,
        @Nullable URI jwkSetUri,
        @Nullable String audience,
        @DefaultValue("false") boolean adminAllowed,
        @DefaultValue("120") int requestsPerMinute) {

    public JwtProperties {
        if ((issuerUri != null || jwkSetUri != null) && (audience == null || audience.isBlank())) {
            throw new IllegalArgumentException(
                    "gateway.access.jwt.audience must be set: a token that was made for another service opens nothing here");
        }
    }

    public boolean isOn() {
        return issuerUri != null || jwkSetUri != null;
    }
}
