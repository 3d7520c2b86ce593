package io.leeloogateway.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leeloogateway.access.AccessProperties;
import io.leeloogateway.access.BearerToken;
import io.leeloogateway.request.IpAddress;
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
    void bootstrapKeyHasOnlyTheAdminScope(String key) {
        var caller = resolver(key).resolve(bearer(key)).orElseThrow().caller();

        assertThat(caller.clientId()).isEqualTo("bootstrap");
        assertThat(caller.scopes()).containsExactly("admin");
    }

    @Test
    void otherTokenIsRejected() {
        assertThat(resolver(KEY).resolve(bearer(KEY + "."))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void blankKeyIsDisabled(String blank) {
        var resolver = resolver(blank);

        assertThat(resolver.resolve(bearer(blank))).isEmpty();
        assertThat(enabled(resolver)).isZero();
    }

    @Test
    void shortKeyIsRejected() {
        assertThatExceptionOfType(InvalidSecret.class)
                .isThrownBy(() -> resolver("x".repeat(31)))
                .withMessage("GATEWAY_BOOTSTRAP_ADMIN_KEY has fewer than 32 characters");
    }

    @Test
    void keyWithNonAsciiCharactersIsRejected() {
        assertThatExceptionOfType(InvalidSecret.class)
                .isThrownBy(() -> resolver("ä".repeat(32)))
                .withMessageContaining("printable ASCII");
    }

    @Test
    void enabledKeyIsLoggedAndMeasured(CapturedOutput output) {
        var resolver = resolver(KEY);

        assertThat(enabled(resolver)).isOne();
        assertThat(output.getOut().lines().filter(line -> line.contains("GATEWAY_BOOTSTRAP_ADMIN_KEY is set")))
                .singleElement()
                .asString()
                .contains("WARN")
                .doesNotContain(KEY);
    }

    private static BootstrapKeyResolver resolver(String key) {
        return new BootstrapKeyResolver(new AccessProperties(new Secret(key), null, 1, 1, 1, 1));
    }

    private static BearerToken bearer(String token) {
        return new BearerToken(new Secret(token), IpAddress.UNSPECIFIED);
    }

    private static double enabled(BootstrapKeyResolver resolver) {
        var registry = new SimpleMeterRegistry();
        resolver.bindTo(registry);
        return registry.get("gateway.access.bootstrap.enabled").gauge().value();
    }
}
