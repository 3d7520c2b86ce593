package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.leeloogateway.access.apikey.ApiKeyFixtures;
import io.leeloogateway.access.apikey.ApiKeyHasher;
import io.leeloogateway.access.apikey.BootstrapKeyResolver;
import io.leeloogateway.access.apikey.DemoKeyResolver;
import io.leeloogateway.secrets.InvalidSecret;
import io.leeloogateway.secrets.Pepper;
import io.leeloogateway.secrets.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class AccessConfigurationIntegrationTests {

    @Test
    void startFailsWithoutPepper(CapturedOutput output) {
        var failure = catchThrowable(() -> start("--GATEWAY_PEPPER="));

        assertThat(failure).hasRootCauseInstanceOf(InvalidSecret.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "GATEWAY_PEPPER is not set.", "openssl rand -hex 32");
    }

    @Test
    void shortPepperIsRejectedAndNotPrinted(CapturedOutput output) {
        var failure = catchThrowable(() -> start("--GATEWAY_PEPPER=of-no-worth-new-pepper-0123456789,hunter2"));

        assertThat(failure).hasRootCauseInstanceOf(InvalidSecret.class);
        assertThat(output)
                .contains("GATEWAY_PEPPER has fewer than 32 characters.")
                .doesNotContain("hunter2");
    }

    @Test
    void shortBootstrapKeyIsRejectedAndNotPrinted(CapturedOutput output) {
        var failure = catchThrowable(() ->
                start("--GATEWAY_PEPPER=of-no-worth-new-pepper-0123456789", "--GATEWAY_BOOTSTRAP_ADMIN_KEY=hunter2"));

        assertThat(failure).hasRootCauseInstanceOf(InvalidSecret.class);
        assertThat(output)
                .contains("GATEWAY_BOOTSTRAP_ADMIN_KEY has fewer than 32 characters.")
                .doesNotContain("hunter2");
    }

    @Test
    void peppersAreSeparatedByCommas() {
        try (var context = start("--GATEWAY_PEPPER=" + "a".repeat(32) + ", " + "b".repeat(32))) {
            var key = ApiKeyFixtures.fresh();
            var hash = new ApiKeyHasher(Pepper.of(new Secret("b".repeat(32)))).hash(key);

            var hasher = context.getBean(ApiKeyHasher.class);

            assertThat(hasher.matches(key, hash)).isTrue();
        }
    }

    private static ConfigurableApplicationContext start(String... settings) {
        var application = new SpringApplication(Credentials.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(settings);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AccessProperties.class)
    @Import({Pepper.class, ApiKeyHasher.class, BootstrapKeyResolver.class, DemoKeyResolver.class})
    static class Credentials {}
}
