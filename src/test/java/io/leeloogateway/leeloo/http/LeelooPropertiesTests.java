package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeelooPropertiesTests {

    @Test
    void defaultsAreSafe() {
        var properties = StandaloneClient.properties("https://leeloo.example/api/v2");

        assertThat(properties.tokenHeader()).isEqualTo("X-Leeloo-AuthToken");
        assertThat(properties.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(properties.readTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.totalTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.connections()).isEqualTo(32);
        assertThat(properties.acquireTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(properties.tokenFile()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://leeloo.example",
                "HTTP://leeloo.example",
                "http://10.0.0.1:8080/api",
                "http://127.evil.example",
                "http://localhost.evil.example",
                "http://127.0.0.1@leeloo.example"
            })
    void plainHttpIsAllowedForLoopbackOnly(String address) {
        assertThatException()
                .isThrownBy(() -> StandaloneClient.properties(address))
                .havingRootCause()
                .withMessageContaining("gateway.leeloo.allow-plain-http=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/x", "http://127.0.0.1", "http://127.9.9.9:80", "http://[::1]:8080"})
    void plainHttpToLoopbackIsAllowed(String address) {
        assertThat(StandaloneClient.properties(address).baseUrl()).hasToString(address);
    }

    @Test
    void plainHttpCanBeAllowed() {
        var properties = StandaloneClient.properties("http://leeloo.example", "allow-plain-http=true");

        assertThat(properties.baseUrl()).hasHost("leeloo.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://leeloo.example", "leeloo.example", "/api/v2", "https:///api"})
    void invalidBaseUrlIsRefused(String address) {
        assertThatException()
                .isThrownBy(() -> StandaloneClient.properties(address))
                .havingRootCause()
                .withMessageContaining("LEELOO_BASE_URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connections=0",
                "change-connections=0",
                "slow-call-duration=0s",
                "connect-timeout=0s",
                "read-timeout=-1s",
                "total-timeout=0s",
                "total-timeout=61s",
                "acquire-timeout=0s",
                "token-header=X Leeloo"
            })
    void invalidSettingsAreRefused(String setting) {
        assertThatException()
                .isThrownBy(() -> StandaloneClient.properties("https://leeloo.example", setting))
                .havingRootCause()
                .withMessageContaining("gateway.leeloo." + setting.substring(0, setting.indexOf('=')));
    }
}
