package io.leeloogateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the examples of the OpenAPI document from {@code openapi} and its folders; they are responses of the sandbox. */
final class ExampleFiles {

    private static final JsonNode PARAMETERS = read("parameters").orElseThrow();

    private ExampleFiles() {}

    /** The example of a parameter; {@code operationId.name} takes precedence over {@code name}. */
    static Optional<JsonNode> ofParameter(String operationId, String name) {
        return Optional.ofNullable(PARAMETERS.get(operationId + "." + name))
                .or(() -> Optional.ofNullable(PARAMETERS.get(name)));
    }

    static Optional<JsonNode> ofRequest(String operationId) {
        return read(operationId + ".request");
    }

    static Optional<JsonNode> ofResponse(String operationId) {
        return read(operationId);
    }

    private static Optional<JsonNode> read(String name) {
        try {
            var files =
                    new PathMatchingResourcePatternResolver().getResources("classpath:openapi/**/" + name + ".json");
            return files.length == 0
                    ? Optional.empty()
                    : Optional.of(Json31.mapper().readTree(files[0].getContentAsByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("the example " + name + " cannot be read", e);
        }
    }
}
