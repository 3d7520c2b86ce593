package io.leeloogateway.access.jwt;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Creates a decoder that fetches the issuer's keys only for a token that passes all other checks. */
final class JwtDecoderFactory {

    private JwtDecoderFactory() {}

    static JwtDecoder create(JwtProperties properties, Clock clock, LongSupplier nanoTime) {
        var fetcher = new JwkSetFetcher(new JwkSetClient(properties, nanoTime), nanoTime);
        return decoder(properties, new IssuerJwkSource(fetcher, nanoTime), clock);
    }

    private static JwtDecoder decoder(JwtProperties properties, JWKSource<SecurityContext> keys, Clock clock) {
        var validator = validator(properties, clock);
        var unverified = new NimbusJwtDecoder(new UnverifiedJwtReader());
        var verified = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(algorithms -> Collections.addAll(algorithms, SignatureAlgorithm.values()))
                .build();
        unverified.setJwtValidator(validator);
        verified.setJwtValidator(validator);
        return token -> {
            unverified.decode(token);
            return verified.decode(token);
        };
    }

    private static OAuth2TokenValidator<Jwt> validator(JwtProperties properties, Clock clock) {
        var validators = new ArrayList<OAuth2TokenValidator<Jwt>>();
        var timestamps = new JwtTimestampValidator();
        timestamps.setClock(clock);
        validators.add(timestamps);
        validators.add(typeValidator());
        validators.add(new JwtClaimValidator<List<String>>(
                "aud", audience -> audience != null && audience.contains(properties.audience())));
        validators.add(new JwtClaimValidator<Object>("exp", Objects::nonNull));
        URI issuer = properties.issuerUri();
        if (issuer != null) {
            validators.add(new JwtIssuerValidator(issuer.toString()));
        }
        return JwtValidators.createDefaultWithValidators(validators);
    }

    /** RFC 9068 access tokens have the type {@code at+jwt}; many issuers send {@code JWT} or no type. */
    private static JwtTypeValidator typeValidator() {
        var types = new JwtTypeValidator("JWT", "at+jwt", "application/at+jwt");
        types.setAllowEmpty(true);
        return types;
    }
}
