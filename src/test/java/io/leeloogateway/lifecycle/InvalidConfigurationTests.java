package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.GatewayApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** An invalid setting fails the start with an explanation, even without PostgreSQL. */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class InvalidConfigurationTests {

    private static final String[] VALID = {
        "GATEWAY_PEPPER=of-no-worth-new-pepper-0123456789",
        "LEELOO_TOKEN=of-no-worth",
        "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            --gateway.access.pepper=,                         GATEWAY_PEPPER is not set.
            --gateway.access.pepper=hunter2,                  GATEWAY_PEPPER has fewer than 32 characters.
            --gateway.access.bootstrap-admin-key=hunter2,     GATEWAY_BOOTSTRAP_ADMIN_KEY has fewer than 32 characters.
            --GATEWAY_PEPPER=hunter2-hunter2-hunter2-hünter2-hunter2, GATEWAY_PEPPER has characters other than printable ASCII.
            --GATEWAY_PEPPER=hunter2${user.home},             GATEWAY_PEPPER contains ${
            --GATEWAY_BOOTSTRAP_ADMIN_KEY=hunter2${user.home}, GATEWAY_BOOTSTRAP_ADMIN_KEY contains ${
            --LEELOO_TOKEN=hunter2${user.home},               LEELOO_TOKEN contains ${
            --spring.datasource.password=hunter2${user.home}, spring.datasource.password contains ${
            --spring.flyway.password=hunter2${user.home},     spring.flyway.password contains ${
            --gateway.leeloo.token=,                          no token for Leeloo: set LEELOO_TOKEN
            --gateway.leeloo.token-file=/there/is/none,       /there/is/none
            --gateway.leeloo.base-url=api.leeloo.ai,          LEELOO_BASE_URL must be an http(s) address
            --gateway.leeloo.base-url=ht tp://x,              gateway.leeloo.base-url
            --gateway.leeloo.base-url=http://leeloo.example,  LEELOO_BASE_URL would send the token unencrypted
            --gateway.cache.people.time-to-live=soon,        gateway.cache.people.time-to-live
            --spring.datasource.url=,                         SPRING_DATASOURCE_URL is not set.
            --spring.datasource.url=,                         docker build --target sandbox
            --spring.datasource.url=postgres://u:hunter2@db/x,     SPRING_DATASOURCE_URL is not a JDBC URL of PostgreSQL.
            --spring.datasource.url=jdbc:postgresql://db:port/x,   SPRING_DATASOURCE_URL is not a JDBC URL of PostgreSQL.
            --gateway.leeloo.base-ulr=http://127.0.0.1,       unknown settings: gateway.leeloo.base-ulr.
            """)
    void invalidSettingFailsTheStartWithAnExplanation(String setting, String explanation, CapturedOutput output) {
        assertThatThrownBy(() -> start(setting)).isNotNull();

        assertThat(output)
                .contains("APPLICATION FAILED TO START", explanation)
                .doesNotContain("hunter2", "waiting for PostgreSQL", "\tat io.leeloo");
    }

    @Test
    void misspeltSettingInAFileFailsTheStart(CapturedOutput output) throws Exception {
        var file = Files.writeString(folder.resolve("application.yaml"), "gateway.cache.peple.timeToLive: 5s");

        assertThatThrownBy(() -> start("--spring.config.additional-location=file:" + file))
                .isNotNull();

        assertThat(output).contains("unknown settings: gateway.cache.peple.timetolive.");
    }

    @Test
    void environmentVariablesOfAnOrchestratorAreIgnored() {
        var environment = new StandardEnvironment();
        var variables = new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of("GATEWAY_PORT", "tcp://10.0.0.1:8080", "GATEWAY_SERVICE_HOST", "10.0.0.1"));
        environment
                .getPropertySources()
                .replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables);

        new UnknownPropertyCheck().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("gateway.port")).isEqualTo("tcp://10.0.0.1:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway.leeloo.baseUrl",
                "gateway.leeloo.base_url",
                "gateway.leeloo.BASE-URL",
                "gateway.access.pepper[0]",
                "gateway.access.cors.allowed-origins[1]"
            })
    void relaxedNamesOfSettingsAreAccepted(String name) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("a file", Map.of(name, "value")));

        assertThatCode(() -> new UnknownPropertyCheck().postProcessEnvironment(environment, new SpringApplication()))
                .doesNotThrowAnyException();
    }

    private static void start(String... settings) {
        var randomPorts = Stream.of("--server.port=0", "--management.server.port=0");
        new SpringApplicationBuilder(GatewayApplication.class)
                .properties(VALID)
                .run(Stream.concat(randomPorts, Stream.of(settings)).toArray(String[]::new))
                .close();
    }
}
