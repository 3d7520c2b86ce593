package io.leeloogateway.access.jwt;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** Decides which keys may verify a token. A published private key is none: all readers of the set could sign with the key. */
final class SigningKeys {

    /** RFC 7518, 3.3. */
    private static final int MIN_RSA_BITS = 2048;

    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

    private static final List<Algorithm> ALGORITHMS = Arrays.stream(SignatureAlgorithm.values())
            .<Algorithm>map(algorithm -> JWSAlgorithm.parse(algorithm.getName()))
            .toList();

    private SigningKeys() {}

    /** Fails for a key that Java cannot create, such as an RSA key with the exponent 1. */
    static boolean isUsable(JWK key) throws JOSEException {
        return !key.isPrivate() && isForSignatures(key) && isStrong(key);
    }

    private static boolean isForSignatures(JWK key) {
        var use = key.getKeyUse();
        var operations = key.getKeyOperations();
        var algorithm = key.getAlgorithm();
        return (use == null || use.equals(KeyUse.SIGNATURE))
                && (operations == null || operations.contains(KeyOperation.VERIFY))
                && (algorithm == null || ALGORITHMS.contains(algorithm));
    }

    private static boolean isStrong(JWK key) throws JOSEException {
        return switch (key) {
            case RSAKey rsa -> rsa.toRSAPublicKey().getModulus().bitLength() >= MIN_RSA_BITS;
            case ECKey ec -> CURVES.contains(ec.getCurve()) && ec.toECPublicKey() != null;
            default -> false;
        };
    }
}
