package io.leeloogateway.access.jwt;

import com.nimbusds.jose.KeySourceException;
import io.leeloogateway.access.AuthenticatedClient;
import io.leeloogateway.access.BearerToken;
import io.leeloogateway.access.CredentialResolver;
import io.leeloogateway.secrets.Secret;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Resolves JWTs of the configured issuer, if any. */
@Component
@Order(3)
class JwtResolver implements CredentialResolver {

    private static final Logger log = LoggerFactory.getLogger(JwtResolver.class);

    private final @Nullable JwtDecoder decoder;
    private final JwtCallerMapper callerMapper;

    @Autowired
    JwtResolver(JwtProperties properties, Clock clock) {
        this(properties, clock, System::nanoTime);
    }

    JwtResolver(JwtProperties properties, Clock clock, LongSupplier nanoTime) {
        decoder = properties.isEnabled() ? JwtDecoderFactory.create(properties, clock, nanoTime) : null;
        callerMapper = new JwtCallerMapper(properties);
    }

    @Override
    public Optional<AuthenticatedClient> resolve(BearerToken bearer) {
        return decoder == null || !bearer.token().looksLikeJwt() ? Optional.empty() : decode(decoder, bearer.token());
    }

    private Optional<AuthenticatedClient> decode(JwtDecoder jwtDecoder, Secret token) {
        try {
            return callerMapper.map(jwtDecoder.decode(token.reveal()));
        } catch (JwtException e) {
            if (e.getCause() instanceof KeySourceException) {
                throw new IssuerUnavailable(e);
            }
            log.debug("token rejected: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
