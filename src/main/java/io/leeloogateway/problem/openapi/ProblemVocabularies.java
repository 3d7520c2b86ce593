package io.leeloogateway.problem.openapi;

import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.KnownValues;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Adds the listed values of problem types and of codes of invalid values to the OpenAPI document. */
final class ProblemVocabularies {

    private static final String TYPE = "ProblemType";
    private static final String CODE = "ErrorCode";

    private ProblemVocabularies() {}

    static void addTo(Components components) {
        var types = Arrays.stream(ProblemType.values())
                .map(type -> type.uri().toString())
                .toList();
        components
                .addSchemas(
                        TYPE,
                        vocabulary(
                                        "The type of a problem: the address of its explanation. Later versions add types.",
                                        types)
                                .format("uri-reference")
                                .example(ProblemType.NOT_FOUND.uri().toString()))
                .addSchemas(
                        CODE,
                        vocabulary(
                                        "The error in a value. Codes in lower case are the gateway's, codes in upper case are Leeloo's."
                                                + " Later versions add codes.",
                                        ErrorCodes.CODES)
                                .example(ErrorCodes.CODES.getFirst()));
        refer(components, "Problem", "type", TYPE);
        refer(components, "ProblemPage", "type", TYPE);
        refer(components, "InvalidField", "code", CODE);
    }

    private static void refer(Components components, String schema, String property, String vocabulary) {
        Objects.requireNonNull(components.getSchemas().get(schema))
                .addProperty(property, new JsonSchema().$ref(vocabulary));
    }

    private static Schema<?> vocabulary(String description, List<String> values) {
        var vocabulary = new JsonSchema().typesItem("string").description(description);
        vocabulary.addExtension(KnownValues.EXTENSION, values);
        return vocabulary;
    }
}
