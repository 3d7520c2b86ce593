package io.leeloogateway.access;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Reads an issuer's tokens; it is first asked when the first token comes, so that its outage does not stop our start. */
final class Issuer {

    private Issuer() {}

    static JwtDecoder decoder(JwtProperties properties) {
        return new SupplierJwtDecoder(() -> {
            var decoder = keys(properties);
            decoder.setJwtValidator(validator(properties));
            return decoder;
        });
    }

    private static NimbusJwtDecoder keys(JwtProperties properties) {
        if (properties.jwkSetUri() != null) {
            return NimbusJwtDecoder.withJwkSetUri(properties.jwkSetUri().toString())
                    .build();
        }
        var issuer = Objects.requireNonNull(properties.issuerUri());
        return NimbusJwtDecoder.withIssuerLocation(issuer.toString()).build();
    }

    private static OAuth2TokenValidator<Jwt> validator(JwtProperties properties) {
        var validators = new ArrayList<OAuth2TokenValidator<Jwt>>();
        validators.add(new JwtClaimValidator<List<String>>(
                "aud", audience -> audience != null && audience.contains(properties.audience())));
        validators.add(new JwtClaimValidator<Object>("exp", Objects::nonNull));
        URI issuer = properties.issuerUri();
        if (issuer != null) {
            validators.add(new JwtIssuerValidator(issuer.toString()));
        }
        return JwtValidators.createDefaultWithValidators(validators);
    }
}
