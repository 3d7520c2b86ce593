package io.leeloogateway.access.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class JwtPropertiesTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @ParameterizedTest
    @ValueSource(ints = {1, 120, 100_000})
    void rateLimitWithinTheBoundsIsAccepted(int requests) {
        application
                .withPropertyValues("gateway.access.jwt.requests-per-minute=" + requests)
                .run(context -> assertThat(context.getBean(JwtProperties.class).requestsPerMinute())
                        .isEqualTo(requests));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100_001})
    void rateLimitOutsideTheBoundsIsRejected(int requests) {
        application
                .withPropertyValues("gateway.access.jwt.requests-per-minute=" + requests)
                .run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties(JwtProperties.class)
    static class Settings {}
}
