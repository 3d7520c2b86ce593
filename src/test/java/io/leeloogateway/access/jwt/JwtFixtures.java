package io.leeloogateway.access.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.leeloogateway.secrets.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Keys of an issuer and signed tokens. */
final class JwtFixtures {

    static final String AUDIENCE = "leeloo-gateway";

    private JwtFixtures() {}

    static JWTClaimsSet.Builder validClaims(String issuer) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject("shop")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(3))));
    }

    static Secret signed(JWK key, String algorithm, JWTClaimsSet.Builder claims) {
        return signed(key, new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID(key.getKeyID()), claims);
    }

    static Secret signed(JWK key, JWSHeader.Builder header, JWTClaimsSet.Builder claims) {
        try {
            var token = new SignedJWT(header.build(), claims.build());
            token.sign(new DefaultJWSSignerFactory()
                    .createJWSSigner(key, token.getHeader().getAlgorithm()));
            return new Secret(token.serialize());
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static JWK rsaKey(String id) {
        return rsaKey(id, 2048);
    }

    static JWK rsaKey(String id, int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static JWK ecKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static JWK sharedKey(String id) {
        try {
            return new OctetSequenceKeyGenerator(256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
