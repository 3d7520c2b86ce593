package io.leeloogateway.access;

import com.nimbusds.jose.KeySourceException;
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
class JwtKeyring implements Keyring {

    private static final Logger log = LoggerFactory.getLogger(JwtKeyring.class);

    private final @Nullable JwtDecoder decoder;
    private final JwtCallers callers;

    JwtKeyring(JwtProperties properties, Clock clock) {
        decoder = properties.isOn() ? Issuer.decoder(properties, clock) : null;
        callers = new JwtCallers(properties);
    }

    @Override
    public Optional<Pass> find(BearerToken shown) {
        return decoder == null || !shown.token().looksLikeJwt() ? Optional.empty() : find(decoder, shown.token());
    }

    private Optional<Pass> find(JwtDecoder issuer, Secret token) {
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
