package io.leeloogateway.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/** Makes and checks the keyed hashes that stand in the database in place of the keys. */
@Component
class KeyHasher {

    private static final String VARIABLE = "GATEWAY_PEPPER";
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "access keys".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;

    private final List<Key> keys;

    KeyHasher(AccessProperties properties) {
        if (properties.pepper().isEmpty()) {
            throw WeakSecret.missing(VARIABLE);
        }
        keys = properties.pepper().stream().map(KeyHasher::derive).toList();
    }

    byte[] hash(ApiKey key) {
        return hash(key, keys.getFirst());
    }

    /** Tries every pepper, whichever fits, so that the time says nothing. */
    boolean matches(ApiKey key, byte[] hash) {
        var found = false;
        for (var pepper : keys) {
            found |= MessageDigest.isEqual(hash(key, pepper), hash);
        }
        return found;
    }

    private static byte[] hash(ApiKey key, Key pepper) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            return mac.doFinal(key.text().bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }

    private static Key derive(Secret pepper) {
        if (pepper.isShorterThan(WeakSecret.MIN_LENGTH)) {
            throw WeakSecret.tooShort(VARIABLE);
        }
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract().addIKM(pepper.bytes()).thenExpand(PURPOSE, KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(ALGORITHM, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is part of every JDK", e);
        }
    }
}
