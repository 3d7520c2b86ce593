package io.leeloogateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.sandbox.fault.DelayRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class SandboxConfigurationTests {

    private final WebApplicationContextRunner withoutProfile =
            new WebApplicationContextRunner().withUserConfiguration(SandboxConfiguration.class);
    private final WebApplicationContextRunner sandbox =
            withoutProfile.withPropertyValues("spring.profiles.active=sandbox");

    @Test
    void noBeanExistsOutsideProfileSandbox() {
        withoutProfile.run(context -> assertThat(context.getBeanNamesForType(Object.class))
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("sandbox")));
    }

    @Test
    void sandboxStartsWithDefaultSettings() {
        sandbox.run(context -> assertThat(context.getBean(SandboxProperties.class))
                .isEqualTo(new SandboxProperties("sandbox-token", 300)));
    }

    @Test
    void settingsAreApplied() {
        sandbox.withPropertyValues("gateway.sandbox.token=other", "gateway.sandbox.requests-per-minute=0")
                .run(context -> assertThat(context.getBean(SandboxProperties.class))
                        .isEqualTo(new SandboxProperties("other", 0)));
    }

    @Test
    void negativeLimitIsRejected() {
        sandbox.withPropertyValues("gateway.sandbox.requests-per-minute=-1")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("gateway.sandbox.requests-per-minute must not be negative"));
    }

    @Test
    void realTokenPreventsTheStart() {
        sandbox.withPropertyValues("LEELOO_TOKEN=a-real-one")
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("profile sandbox simulates Leeloo and does not start while LEELOO_TOKEN is set;"
                                + " unset it or leave the profile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEELOO_TOKEN_FILE", "gateway.leeloo.token-file"})
    void fileWithARealTokenPreventsTheStart(String setting) {
        sandbox.withPropertyValues(setting + "=/run/secrets/token")
                .run(context -> assertThat(context).getFailure().hasMessageContaining(setting + " is set"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway.leeloo.token", "gateway.leeloo.Token"})
    void otherTokenPreventsTheStartInEverySpelling(String setting) {
        sandbox.withPropertyValues(setting + "=a-real-one")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasMessageContaining("gateway.leeloo.token is set")
                        .hasMessageNotContaining("a-real-one"));
    }

    @Test
    void tokenOfTheSandboxIsAccepted() {
        sandbox.withPropertyValues("gateway.sandbox.token=other", "gateway.leeloo.token=other")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void blankTokenIsIgnored() {
        sandbox.withPropertyValues("LEELOO_TOKEN= ")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void realTokenIsAcceptedOutsideProfileSandbox() {
        withoutProfile
                .withPropertyValues("LEELOO_TOKEN=a-real-one")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void delaysEndAtShutdown() {
        sandbox.run(context -> {
            var delays = context.getBean(DelayRegistry.class);
            context.close();

            var delay = CompletableFuture.supplyAsync(() -> delays.await(Duration.ofHours(1)));

            assertThat(delay).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(false);
        });
    }

    @Test
    void tokenIsMasked() {
        assertThat(new SandboxProperties("secret", 300)).asString().doesNotContain("secret");
    }
}
