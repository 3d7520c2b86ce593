package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.VerbatimResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A change with the body of a caller who speaks Leeloo's own API.
 *
 * @param plain the change, as far as the gateway knows the fields of the body
 * @param body the body, passed on as it came, with ids in lower case
 * @param isPartial whether the plain change lacks a part of the body
 */
public record VerbatimChange(Change<?> plain, JsonNode body, boolean isPartial) implements Change<VerbatimResponse> {

    @Override
    public Optional<JsonNode> unreadBody() {
        return isPartial ? Optional.of(body) : Optional.empty();
    }

    @Override
    public Target target() {
        return plain.target();
    }
}
