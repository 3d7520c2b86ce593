package io.leeloogateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
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
import tools.jackson.databind.json.JsonMapper;

/** Refuses a setting below {@code gateway} that nobody reads, but for those of the environment: orchestrators put {@code GATEWAY_PORT} and the like there. */
final class UnknownSettings implements EnvironmentPostProcessor, Ordered {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String OURS = "gateway.";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var unknown = environment.getPropertySources().stream()
                .filter(source ->
                        !source.getName().endsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
                .flatMap(UnknownSettings::ours)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unknown.isEmpty()) {
            unknown.removeAll(known());
        }
        if (!unknown.isEmpty()) {
            throw new StartRefused(
                    "there is no such setting: " + String.join(", ", unknown),
                    "Look it up in the README: it is misspelt or of another release");
        }
    }

    /** After all files were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static Stream<String> ours(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> listed
                ? Stream.of(listed.getPropertyNames())
                        .map(name -> ConfigurationPropertyName.adapt(name, '.').toString())
                        .filter(name -> name.startsWith(OURS))
                        .map(name -> name.replaceFirst("\\[.*", ""))
                : Stream.empty();
    }

    /** What the compiler noted of our settings; this jar comes first on its own class path. */
    private static Set<String> known() {
        try (var metadata = new ClassPathResource(METADATA).getInputStream()) {
            return new JsonMapper()
                    .readTree(metadata)
                    .path("properties")
                    .valueStream()
                    .map(property ->
                            Objects.requireNonNull(property.path("name").stringValue()))
                    .filter(name -> name.startsWith(OURS))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
