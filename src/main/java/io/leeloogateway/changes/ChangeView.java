package io.leeloogateway.changes;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A change at Leeloo that the gateway saw.
 *
 * @param id the id of the change
 * @param at when the gateway saw the change, which is later than the change itself
 * @param kind what changed
 * @param resourceId the id of the person or the order
 * @param change how it changed; created: the gateway saw it for the first time, or again after it had forgotten it
 * @param fields the names of the fields that changed, as in the response of the person or the order; empty if the resource is new or gone, or if it is not known which fields changed
 */
@Schema(name = "Change")
record ChangeView(
        @Schema(example = "81733") String id,
        @Schema(example = "2026-11-23T08:15:30.000Z") Instant at,
        ResourceKind kind,
        @Schema(example = "64a0c3f00001000000000002") String resourceId,
        ChangeType change,
        @Schema(example = "[\"tags\"]") List<String> fields) {}
