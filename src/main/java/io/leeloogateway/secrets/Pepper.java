package io.leeloogateway.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The secret behind all keyed hashes; each purpose has its own derived key (RFC 5869). */
@Component
@Qualifier("validated before the migration")
@EnableConfigurationProperties(PepperProperties.class)
public class Pepper {

    private static final String VARIABLE = "GATEWAY_PEPPER";
    private static final int KEY_BYTES = 32;

    private final List<Secret> secrets;

    Pepper(PepperProperties properties) {
        this.secrets = properties.pepper();
        if (secrets.isEmpty()) {
            throw InvalidSecret.missing(VARIABLE);
        }
        if (secrets.stream().anyMatch(secret -> secret.isShorterThan(InvalidSecret.MIN_LENGTH))) {
            throw InvalidSecret.tooShort(VARIABLE);
        }
        secrets.stream().flatMap(secret -> secret.flaw().stream()).findFirst().ifPresent(flaw -> {
            throw InvalidSecret.unusable(VARIABLE, flaw);
        });
    }

    public static Pepper of(Secret... secrets) {
        return new Pepper(new PepperProperties(List.of(secrets)));
    }

    /** Returns a hash with a key derived for the purpose, unrelated to the keys of other purposes. */
    public KeyedHash hashFor(String purpose) {
        return new KeyedHash(
                secrets.stream().map(secret -> derive(secret, purpose)).toList());
    }

    private static Key derive(Secret secret, String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(secret.bytes())
                    .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(KeyedHash.ALGORITHM, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is part of every JDK", e);
        }
    }
}
