package io.leeloogateway.problem.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.leeloogateway.problem.Problem;
import io.leeloogateway.problem.ProblemHeaders;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.problem.ProblemsController;
import io.leeloogateway.request.Route;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds the problem responses of each operation to the OpenAPI document. */
@Component
@Order(100)
class ProblemResponsesCustomizer implements GlobalOpenApiCustomizer {

    private static final String PROBLEM = "Problem";
    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public void customise(OpenAPI document) {
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(document.getComponents()::addSchemas);
        ProblemHeaders.addTo(document.getComponents());
        ProblemVocabularies.addTo(document.getComponents());
        enumerateSlugs(document.getPaths());
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> describe(new DocumentedOperation(
                                path, method == HttpMethod.GET, operation, form(operation, document)))));
    }

    @SuppressWarnings("unchecked")
    private static void enumerateSlugs(Paths paths) {
        var slugs = Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList();
        var page = Objects.requireNonNull(paths.get(ProblemsController.PATH));
        page.getGet().getParameters().getFirst().getSchema().setEnum(slugs);
    }

    private static void describe(DocumentedOperation documented) {
        documented.problems().stream()
                .collect(groupingBy(ProblemType::status, TreeMap::new, toList()))
                .forEach((status, types) -> documented
                        .operation()
                        .getResponses()
                        .addApiResponse(String.valueOf(status.value()), response(types, documented)));
    }

    private static ApiResponse response(List<ProblemType> types, DocumentedOperation documented) {
        var body = new MediaType().schema(new Schema<>().$ref(PROBLEM));
        types.forEach(type -> body.addExamples(
                type.slug(), new Example().summary(type.title()).value(ProblemExamples.of(type, documented))));
        var response = new ApiResponse()
                .description(
                        types.stream().map(ProblemResponsesCustomizer::link).collect(joining("; ")))
                .content(new Content().addMediaType("application/problem+json", body));
        ProblemHeaders.addTo(response, types.getFirst().status());
        response.addExtension(Route.COMPONENT_EXTENSION, ProblemResponseNames.of(types, documented));
        return response;
    }

    private static String link(ProblemType type) {
        return "[%s](%s)".formatted(type.title(), type.uri());
    }

    /** The schema of the request body; an empty schema without a body. */
    private static Schema<?> form(Operation operation, OpenAPI document) {
        if (operation.getRequestBody() == null) {
            return new Schema<>().properties(Map.of());
        }
        var type = operation.getRequestBody().getContent().values().iterator().next();
        var reference = type.getSchema().get$ref();
        return Objects.requireNonNull(document.getComponents().getSchemas().get(reference.substring(SCHEMAS.length())));
    }
}
