package io.leeloogateway.access.jwt;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Arrays;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** Parses tokens without verifying the signature, to reject invalid tokens before a fetch of the issuer's keys. */
final class UnverifiedJwtReader extends DefaultJWTProcessor<SecurityContext> {

    @Override
    public JWTClaimsSet process(SignedJWT token, SecurityContext context) throws BadJOSEException {
        var algorithm = token.getHeader().getAlgorithm().getName();
        if (Arrays.stream(SignatureAlgorithm.values())
                .map(SignatureAlgorithm::getName)
                .noneMatch(algorithm::equals)) {
            throw new BadJWTException("algorithm " + algorithm);
        }
        try {
            return token.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new BadJWTException("claims", e);
        }
    }
}
