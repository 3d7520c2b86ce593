package io.leeloogateway.operations.web;

import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.request.Outcome;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the column {@code history} of an operation. */
final class OperationHistory {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<OperationView.Step>> STEPS = new TypeReference<>() {};

    private OperationHistory() {}

    /** The first step is not in the column: the row itself says when the send began. */
    static List<OperationView.Step> of(OperationRow row) {
        var began = new OperationView.Step(Outcome.SENDING, row.startedAt(), OperationResult.GATEWAY, null);
        return Stream.concat(Stream.of(began), JSON.readValue(row.history(), STEPS).stream())
                .toList();
    }
}
