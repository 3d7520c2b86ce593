package io.leeloogateway.operations;

import io.leeloogateway.request.Outcome;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a row remembers of its own past. */
final class History {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<OperationView.Step>> STEPS = new TypeReference<>() {};

    private History() {}

    /** That it was sent stands in the row itself. */
    static List<OperationView.Step> of(OperationRow row) {
        var began = new OperationView.Step(Outcome.SENDING, row.startedAt(), Ending.GATEWAY, null);
        return Stream.concat(Stream.of(began), JSON.readValue(row.history(), STEPS).stream())
                .toList();
    }
}
