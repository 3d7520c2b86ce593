package io.leeloogateway.operations.web;

import io.leeloogateway.operations.OperationHistory;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.request.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change and what became of it.
 *
 * @param id its id
 * @param operation what was asked for, as the audit log calls it
 * @param target what it is about
 * @param clientId who asked
 * @param idempotencyKey the key it was asked under; null if there was none, and after 24 hours
 * @param outcome what became of it; {@code not_sent} provably never left, {@code unknown} may or may not have been applied
 * @param status the HTTP status it was answered with; null as long as there is none
 * @param requestId the request that asked
 * @param retryOf the operation that was tried before under the same key
 * @param startedAt when it was written down, right before it was sent
 * @param finishedAt when its outcome became known
 * @param evidence how that is known, where Leeloo did not answer it itself
 * @param history what was known of it, from old to new
 */
public record OperationView(
        @Schema(example = "019ab0c4-5f3a-7c21-9f00-3b6a1d2e4c57")
        UUID id,

        @Schema(example = "people.addTag") String operation,
        Target target,
        @Schema(example = "cl_4fGh2Kd81LmQ") String clientId,

        @Schema(example = "order-4711-paid") @Nullable String idempotencyKey,

        Outcome outcome,
        @Schema(example = "204") @Nullable Integer status,
        @Schema(example = "nightly-export.42") String requestId,
        @Nullable UUID retryOf,
        @Schema(example = "2026-11-23T08:15:30Z") Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String evidence,
        List<Step> history) {

    /**
     * What a change is about.
     *
     * @param kind a kind of thing
     * @param id its id at Leeloo; null where something is made and its id is not known
     */
    @Schema(name = "OperationTarget")
    record Target(
            @Schema(example = "person") String kind,

            @Schema(example = "64a0c3f05e1c000000000001") @Nullable
            String id) {}

    /**
     * What was learnt of a change.
     *
     * @param outcome what became of it
     * @param at when that was known
     * @param by who said so: {@code gateway}, {@code reconciler}, or the client that settled it by hand
     * @param evidence how that is known
     */
    @Schema(name = "OperationStep")
    public record Step(
            Outcome outcome,
            @Schema(example = "2026-11-23T08:15:30Z") Instant at,
            @Schema(example = "reconciler") String by,
            @Nullable String evidence) {}

    static OperationView of(OperationRow row) {
        var id = row.targetId() == null ? row.madeId() : row.targetId();
        return new OperationView(
                row.id(),
                row.operation(),
                new Target(row.targetKind(), id),
                row.clientId(),
                row.idempotencyKey(),
                row.outcome(),
                row.status(),
                row.requestId(),
                row.retryOf(),
                row.startedAt(),
                row.finishedAt(),
                row.evidence(),
                OperationHistory.of(row));
    }
}
