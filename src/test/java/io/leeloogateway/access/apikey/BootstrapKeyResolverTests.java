package io.leeloogateway.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leeloogateway.access.AccessProperties;
import io.leeloogateway.access.BearerToken;
import io.leeloogateway.secrets.InvalidSecret;
import io.leeloogateway.secrets.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BootstrapKeyResolverTests {

    private static final String KEY = "of-no-worth, any text will do: $%&/()= {}~";

    @ParameterizedTest
    @ValueSource(strings = {KEY, "lgw_looks_like_a_key_but_is_garbage_00"})
    void secretOfAnyTextOpensAdminAndNothingElse(String key) {
        var caller = keyring(key).find(shown(key)).orElseThrow().caller();

        assertThat(caller.clientId()).isEqualTo("bootstrap");
        assertThat(caller.scopes()).containsExactly("admin");
    }

    @Test
    void anotherSecretOpensNothing() {
        assertThat(keyring(KEY).find(shown(KEY + "."))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void blankMeansUnset(String blank) {
        var keyring = keyring(blank);

        assertThat(keyring.find(shown(blank))).isEmpty();
        assertThat(enabled(keyring)).isZero();
    }

    @Test
    void shortSecretIsRefused() {
        assertThatExceptionOfType(InvalidSecret.class)
                .isThrownBy(() -> keyring("x".repeat(31)))
                .withMessage("GATEWAY_BOOTSTRAP_ADMIN_KEY has fewer than 32 characters");
    }

    @Test
    void secretThatNoHeaderCarriesIsRefused() {
        assertThatExceptionOfType(InvalidSecret.class)
                .isThrownBy(() -> keyring("ä".repeat(32)))
                .withMessageContaining("printable ASCII");
    }

    @Test
    void whileItIsSetOneWarningAndTheMetricSaySo(CapturedOutput output) {
        var keyring = keyring(KEY);

        assertThat(enabled(keyring)).isOne();
        assertThat(output.getOut().lines().filter(line -> line.contains("GATEWAY_BOOTSTRAP_ADMIN_KEY is set")))
                .singleElement()
                .asString()
                .contains("WARN")
                .doesNotContain(KEY);
    }

    private static BootstrapKeyResolver keyring(String key) {
        return new BootstrapKeyResolver(new AccessProperties(new Secret(key), null, 1, 1, 1));
    }

    private static BearerToken shown(String token) {
        return new BearerToken(new Secret(token), "127.0.0.1");
    }

    private static double enabled(BootstrapKeyResolver keyring) {
        var registry = new SimpleMeterRegistry();
        keyring.bindTo(registry);
        return registry.get("gateway.access.bootstrap.enabled").gauge().value();
    }
}
