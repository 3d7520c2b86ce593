package io.leeloogateway.secrets;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Rejects secrets with placeholders or in another encoding. Spring replaces <code>${HOME}</code> in every value, so such a secret would depend
 * on the environment. Only a configuration file may refer to the variable that holds the whole secret.
 */
final class SecretCheck implements EnvironmentPostProcessor, Ordered {

    private static final List<ConfigurationPropertyName> SECRETS = Stream.of(
                    "gateway.access.pepper",
                    "gateway.access.bootstrap-admin-key",
                    "gateway.access.demo-key",
                    "gateway.leeloo.token",
                    "gateway.sandbox.token",
                    "gateway.webhooks.secrets",
                    "spring.datasource.password",
                    "spring.datasource.hikari.password",
                    "spring.flyway.password")
            .map(ConfigurationPropertyName::of)
            .toList();

    private static final String PLACEHOLDER = "${";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^:{}]+)");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        SECRETS.stream()
                .flatMap(secret -> properties(environment, secret))
                .forEach(property -> check(property, environment));
    }

    /** Runs after all configuration files are loaded. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** Returns the property, or the elements of the list, from the source that Spring binds. */
    private static Stream<ConfigurationProperty> properties(
            ConfigurableEnvironment environment, ConfigurationPropertyName secret) {
        for (var source : ConfigurationPropertySources.get(environment)) {
            var property = source.getConfigurationProperty(secret);
            if (property != null) {
                return Stream.of(property);
            }
            if (source instanceof IterableConfigurationPropertySource elements
                    && source.containsDescendantOf(secret) == ConfigurationPropertyState.PRESENT) {
                return elements.filter(secret::isAncestorOf).stream().map(elements::getConfigurationProperty);
            }
        }
        return Stream.empty();
    }

    private static void check(ConfigurationProperty property, ConfigurableEnvironment environment) {
        var text = String.valueOf(property.getValue());
        SecretFlaw.find(text.strip())
                .filter(flaw -> flaw != SecretFlaw.NOT_PRINTABLE)
                .ifPresent(flaw -> {
                    throw InvalidSecret.unusable(name(property), flaw.description());
                });
        if (!text.contains(PLACEHOLDER)) {
            return;
        }
        if (!isFile(property.getSource()) || !text.startsWith(PLACEHOLDER) || !text.endsWith("}")) {
            throw InvalidSecret.withPlaceholder(name(property));
        }
        REFERENCE.matcher(text).results().forEach(reference -> checkVariable(reference.group(1), environment));
    }

    private static boolean isFile(@Nullable ConfigurationPropertySource source) {
        return source != null && source.getUnderlyingSource() instanceof OriginTrackedMapPropertySource;
    }

    private static String name(ConfigurationProperty property) {
        return property.getOrigin() instanceof PropertySourceOrigin origin
                ? origin.getPropertyName()
                : property.getName().toString();
    }

    private static void checkVariable(String variable, ConfigurableEnvironment environment) {
        environment.getPropertySources().stream()
                .filter(source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
                .filter(source -> source.containsProperty(variable))
                .findFirst()
                .filter(source -> !(source instanceof OriginTrackedMapPropertySource))
                .filter(source -> String.valueOf(source.getProperty(variable)).contains(PLACEHOLDER))
                .ifPresent(_ -> {
                    throw InvalidSecret.withPlaceholder(variable);
                });
    }
}
