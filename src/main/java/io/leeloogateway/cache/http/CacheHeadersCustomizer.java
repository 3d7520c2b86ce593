package io.leeloogateway.cache.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.leeloogateway.problem.ProblemType;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the OpenAPI document what reads take and say of copies; after room problem said what can go wrong, which tells them from the rest. */
@Component
@Order(200)
class CacheHeadersCustomizer implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        CacheHeaders.addTo(document.getComponents());
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(CacheHeadersCustomizer::isRead)
                .forEach(CacheHeadersCustomizer::describe);
    }

    private static boolean isRead(Operation operation) {
        return operation.getResponses().values().stream()
                .flatMap(CacheHeadersCustomizer::examples)
                .anyMatch(problem -> problem.path("type")
                        .asText()
                        .equals(ProblemType.NOT_CACHED.uri().toString()));
    }

    private static Stream<JsonNode> examples(ApiResponse answer) {
        return Optional.ofNullable(answer.getContent()).stream()
                .flatMap(content -> content.values().stream())
                .flatMap(type -> Stream.ofNullable(type.getExamples()))
                .flatMap(examples -> examples.values().stream())
                .map(Example::getValue)
                .map(JsonNode.class::cast);
    }

    private static void describe(Operation read) {
        read.getResponses().addApiResponse("304", new ApiResponse().description("The caller has this answer already"));
        CacheHeaders.addTo(read);
        Stream.of("200", "304").map(read.getResponses()::get).forEach(CacheHeaders::addTo);
    }
}
