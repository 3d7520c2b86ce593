package io.leeloogateway.operations.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.secrets.Pepper;
import io.leeloogateway.secrets.Secret;
import org.junit.jupiter.api.Test;

class RequestFingerprintTests {

    private static final RequestFingerprint FINGERPRINTS =
            new RequestFingerprint(Pepper.of(new Secret("0123456789abcdef0123456789abcdef")));

    /** A fingerprint that changes between versions turns a retry across a deployment into a 422. */
    @Test
    void fingerprintIsStable() {
        assertThat(FINGERPRINTS.of("people.addTag", new AddTag("p", "t")))
                .isEqualTo("d3a9caab6e0a4ca3dac2f9cf9e9364071397055a82c5541cffdf1ae91ddc60ce");
    }

    @Test
    void actionIsPartOfTheFingerprint() {
        var change = new AddTag("p", "t");

        assertThat(FINGERPRINTS.of("people.addTag", change)).isNotEqualTo(FINGERPRINTS.of("people.removeTag", change));
    }
}
