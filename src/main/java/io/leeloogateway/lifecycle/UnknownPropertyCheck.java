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

/** Refuses a setting below {@code gateway} that nobody reads, but for those of the environment: orchestrators put {@code GATEWAY_PORT} and the like there. */
final class UnknownPropertyCheck implements EnvironmentPostProcessor, Ordered {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("gateway");

    /** A setting there is; below a map's name stands what its users choose. */
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
                .flatMap(UnknownPropertyCheck::ours)
                .filter(given -> known.stream().noneMatch(setting -> setting.covers(given)))
                .map(given -> given.toString())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unknown.isEmpty()) {
            throw new InvalidConfiguration(
                    "there is no such setting: " + String.join(", ", unknown),
                    "Look it up in the README: it is misspelt or of another release");
        }
    }

    /** After all files were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** Compared as Spring binds them: without regard to case, dashes and underscores. */
    private static Stream<ConfigurationPropertyName> ours(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> listed
                ? Stream.of(listed.getPropertyNames())
                        .map(name -> ConfigurationPropertyName.adapt(name, '.'))
                        .filter(OURS::isAncestorOf)
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

    /** What the compiler noted of our settings; this jar comes first on its own class path. */
    private static List<Known> known() {
        try (var metadata = new ClassPathResource(METADATA).getInputStream()) {
            return new JsonMapper()
                    .readTree(metadata)
                    .path("properties")
                    .valueStream()
                    .map(Known::of)
                    .filter(setting -> OURS.isAncestorOf(setting.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
