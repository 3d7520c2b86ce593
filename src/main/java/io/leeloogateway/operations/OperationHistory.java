package io.leeloogateway.operations;

import io.leeloogateway.operations.web.OperationView;
import io.leeloogateway.request.Outcome;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a row remembers of its own past. */
public final class OperationHistory {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<OperationView.Step>> STEPS = new TypeReference<>() {};

    private OperationHistory() {}

    /** That it was sent stands in the row itself. */
    public static List<OperationView.Step> of(OperationRow row) {
        var began = new OperationView.Step(Outcome.SENDING, row.startedAt(), OperationResult.GATEWAY, null);
        return Stream.concat(Stream.of(began), JSON.readValue(row.history(), STEPS).stream())
                .toList();
    }
}
