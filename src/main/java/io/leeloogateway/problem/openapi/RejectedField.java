package io.leeloogateway.problem.openapi;

import io.leeloogateway.problem.InvalidField;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The value of a request that Leeloo may reject: a field of the body, otherwise a parameter. */
record RejectedField(String name) {

    private static final List<String> TYPICAL = List.of("phone", "people", "templateId", "blockId", "text", "name");
    private static final List<String> PARAMETERS = List.of("path", "query");

    /** Empty if Leeloo gets no value of the caller. */
    static Optional<RejectedField> of(DocumentedOperation operation) {
        var fields = operation.form().getProperties().keySet();
        return Stream.of(
                        TYPICAL.stream().filter(fields::contains),
                        fields.stream().sorted(),
                        parameters(operation.operation().getParameters()))
                .flatMap(names -> names)
                .findFirst()
                .map(RejectedField::new);
    }

    private static Stream<String> parameters(List<Parameter> parameters) {
        return PARAMETERS.stream()
                .flatMap(in -> Stream.ofNullable(parameters)
                        .flatMap(List::stream)
                        .filter(parameter -> in.equals(parameter.getIn()))
                        .map(Parameter::getName));
    }

    InvalidField error() {
        return switch (name) {
            case "phone" -> new InvalidField(name, "NOT_VALID_PHONE_NUMBER", "was rejected by Leeloo");
            case "people" -> new InvalidField("people[0].phone", "NOT_VALID_PHONE_NUMBER", "was rejected by Leeloo");
            default -> new InvalidField(name, "FORMAT_ERROR", "was rejected by Leeloo");
        };
    }
}
