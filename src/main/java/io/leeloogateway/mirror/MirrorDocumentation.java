package io.leeloogateway.mirror;

import com.fasterxml.jackson.databind.JsonNode;
import io.leeloogateway.problem.ProblemType;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Tells the OpenAPI document what reads take and say of copies; after room problem said what can go wrong, which tells them from the rest. */
@Component
@Order(200)
class MirrorDocumentation implements GlobalOpenApiCustomizer {

    private static final String CONTROL = """
            How fresh the answer must be (RFC 9111): `no-cache`, ask Leeloo; `max-age=n`, nothing older than n seconds; `max-stale=n`, so much \
            longer than it is fresh without asking, `max-stale` alone as old as there is; `only-if-cached`, do not ask Leeloo; `no-store`, do \
            not keep the answer. None of them: a fresh copy, otherwise Leeloo, and where that fails the old copy. What is not known is \
            ignored""";

    private static final Map<String, Header> HEADERS = Map.of(
            HttpHeaders.AGE,
            header("How many seconds ago Leeloo said so; of several parts, the oldest", integer(17)),
            HttpHeaders.ETAG,
            header(
                    "The name of exactly these bytes, for `If-None-Match`",
                    text("\"0b5c2f7e9a51d6a7c8e0f3b1d2946e7ad\"")),
            HttpHeaders.CACHE_CONTROL,
            header("For how many seconds from its `Age` on the answer is fresh", text("private, max-age=60")),
            Freshness.CACHE_STATUS,
            header(
                    "How the answer was come by (RFC 9211): `hit`, a copy, with `ttl=-n` one that is not fresh any more; `fwd`, Leeloo was asked",
                    text("leeloo-gateway; hit")));

    @Override
    public void customise(OpenAPI document) {
        document.getComponents()
                .addParameters(HttpHeaders.CACHE_CONTROL, parameter(HttpHeaders.CACHE_CONTROL, CONTROL, "max-age=5"));
        document.getComponents()
                .addParameters(
                        HttpHeaders.IF_NONE_MATCH,
                        parameter(
                                HttpHeaders.IF_NONE_MATCH,
                                "The `ETag` of the answer that you have: where it is still the same, a 304 without a body",
                                "\"0b5c2f7e9a51d6a7c8e0f3b1d2946e7ad\""));
        HEADERS.forEach(document.getComponents()::addHeaders);
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(MirrorDocumentation::isRead)
                .forEach(MirrorDocumentation::describe);
    }

    private static boolean isRead(Operation operation) {
        return operation.getResponses().values().stream()
                .flatMap(MirrorDocumentation::examples)
                .anyMatch(problem -> problem.path("type")
                        .asText()
                        .equals(ProblemType.NOT_COPIED.uri().toString()));
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
        read.addParametersItem(new Parameter().$ref(HttpHeaders.CACHE_CONTROL));
        read.addParametersItem(new Parameter().$ref(HttpHeaders.IF_NONE_MATCH));
        read.getResponses().addApiResponse("304", new ApiResponse().description("The caller has it already"));
        Stream.of("200", "304")
                .map(read.getResponses()::get)
                .forEach(answer -> HEADERS.keySet().stream()
                        .sorted()
                        .forEach(name -> answer.addHeaderObject(name, new Header().$ref(name))));
    }

    private static Parameter parameter(String name, String description, String example) {
        return new HeaderParameter().name(name).description(description).schema(text(example));
    }

    private static Header header(String description, Schema<?> schema) {
        return new Header().description(description).required(true).schema(schema);
    }

    private static Schema<?> text(String example) {
        var text = new JsonSchema();
        text.addType("string");
        text.addExample(example);
        return text;
    }

    private static Schema<?> integer(int example) {
        var number = new JsonSchema();
        number.addType("integer");
        number.addExample(example);
        return number;
    }
}
