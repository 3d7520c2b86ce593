package io.leeloogateway.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rejects unknown settings below {@code gateway}, except environment variables: orchestrators set {@code GATEWAY_PORT} and similar names. */
final class UnknownPropertyCheck implements EnvironmentPostProcessor, Ordered {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("gateway");

    /** A known setting; a map accepts any key. */
    private record Known(ConfigurationPropertyName name, boolean isMap) {

        static Known of(JsonNode property) {
            var name = Objects.requireNonNull(property.path("name").stringValue());
            return new Known(
                    ConfigurationPropertyName.of(name),
                    property.path("type").asString("").startsWith("java.util.Map"));
        }

        boolean covers(ConfigurationPropertyName given) {
            return name.equals(given) || (isMap && name.isAncestorOf(given));
        }
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var known = known();
        var unknown = environment.getPropertySources().stream()
                .filter(source ->
                        !source.getName().endsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
                .flatMap(UnknownPropertyCheck::gatewayProperties)
                .filter(given -> known.stream().noneMatch(setting -> setting.covers(given)))
                .map(given -> given.toString())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unknown.isEmpty()) {
            throw new InvalidConfiguration(
                    "unknown settings: " + String.join(", ", unknown),
                    "Correct the name, see docs/configuration.md; the setting is misspelt or belongs to another release");
        }
    }

    /** Runs after all configuration files are loaded. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** Names are compared as Spring binds them: case, dashes and underscores are ignored. */
    private static Stream<ConfigurationPropertyName> gatewayProperties(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> listed
                ? Stream.of(listed.getPropertyNames())
                        .map(name -> ConfigurationPropertyName.adapt(name, '.'))
                        .filter(PREFIX::isAncestorOf)
                        .map(UnknownPropertyCheck::withoutIndex)
                : Stream.empty();
    }

    private static ConfigurationPropertyName withoutIndex(ConfigurationPropertyName name) {
        var end = 0;
        while (end < name.getNumberOfElements() && !name.isNumericIndex(end)) {
            end++;
        }
        return name.chop(end);
    }

    /** Reads the metadata of the configuration processor; the own jar is the first on the class path. */
    private static List<Known> known() {
        try (var metadata = new ClassPathResource(METADATA).getInputStream()) {
            return new JsonMapper()
                    .readTree(metadata)
                    .path("properties")
                    .valueStream()
                    .map(Known::of)
                    .filter(setting -> PREFIX.isAncestorOf(setting.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
