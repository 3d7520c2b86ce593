package io.leeloogateway.access.jwt;

import com.nimbusds.jose.KeySourceException;
import io.leeloogateway.access.AuthenticatedClient;
import io.leeloogateway.access.BearerToken;
import io.leeloogateway.access.CredentialResolver;
import io.leeloogateway.secrets.Secret;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Takes the tokens of an issuer, if one is set; what it does not know it does not ask the issuer about. */
@Component
class JwtResolver implements CredentialResolver {

    private static final Logger log = LoggerFactory.getLogger(JwtResolver.class);

    private final @Nullable JwtDecoder decoder;
    private final JwtCallerMapper callers;

    JwtResolver(JwtProperties properties, Clock clock) {
        decoder = properties.isOn() ? JwtDecoderFactory.decoder(properties, clock) : null;
        callers = new JwtCallerMapper(properties);
    }

    @Override
    public Optional<AuthenticatedClient> find(BearerToken shown) {
        return decoder == null || !shown.token().looksLikeJwt() ? Optional.empty() : find(decoder, shown.token());
    }

    private Optional<AuthenticatedClient> find(JwtDecoder issuer, Secret token) {
        try {
            return callers.of(issuer.decode(token.reveal()));
        } catch (JwtException e) {
            if (e.getCause() instanceof KeySourceException) {
                throw new IssuerUnavailable(e);
            }
            log.debug("token refused: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
