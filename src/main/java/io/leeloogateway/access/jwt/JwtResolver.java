package io.leeloogateway.access.jwt;

import com.nimbusds.jose.KeySourceException;
import io.leeloogateway.access.AuthenticatedClient;
import io.leeloogateway.access.BearerToken;
import io.leeloogateway.access.CredentialResolver;
import io.leeloogateway.secrets.Secret;
import java.time.Clock;
import java.util.Base64;
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
        return decoder == null || !hasOneSpelling(bearer.token()) ? Optional.empty() : decode(decoder, bearer.token());
    }

    /**
     * Whether the text is a JWT, and the only one with its claims and its signature. The library ignores blanks around a token and other characters
     * and spare bits in its signature: a proxy that counts by key would take each spelling for another key.
     */
    private static boolean hasOneSpelling(Secret token) {
        if (!token.looksLikeJwt()) {
            return false;
        }
        var text = token.reveal();
        var signature = text.substring(text.lastIndexOf('.') + 1);
        try {
            var bytes = Base64.getUrlDecoder().decode(signature);
            return text.equals(text.trim())
                    && Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(signature);
        } catch (IllegalArgumentException _) {
            return false;
        }
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
