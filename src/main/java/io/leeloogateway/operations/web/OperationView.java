package io.leeloogateway.operations.web;

import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.request.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change and its outcome.
 *
 * @param id the id of the operation
 * @param action the action of the request, as in the audit log
 * @param target the target of the change
 * @param clientId the client that requested the change
 * @param idempotencyKey the idempotency key of the request; null without a key, and after 24 hours
 * @param outcome the outcome of the change; {@code not_sent}: the change never left the gateway, {@code unknown}: Leeloo may or may not have applied it
 * @param status the HTTP status of the response; null until there is a response
 * @param requestId the id of the request
 * @param retryOf the previous operation with the same idempotency key
 * @param startedAt the time of the record, right before the send
 * @param finishedAt the time at which the outcome became known
 * @param evidence the reason for the outcome, if the outcome is not from Leeloo's response
 * @param history the outcomes so far, oldest first
 */
record OperationView(
        @Schema(example = "019ab0c4-5f3a-7c21-9f00-3b6a1d2e4c57")
        UUID id,

        @Schema(example = "people.addTag") String action,
        Target target,
        @Schema(example = "cl_4fGh2Kd81LmQ") String clientId,

        @Schema(example = "order-4711-paid") @Nullable String idempotencyKey,

        Outcome outcome,
        @Schema(example = "204") @Nullable Integer status,
        @Schema(example = "nightly-export.42") String requestId,
        @Nullable UUID retryOf,
        @Schema(example = "2026-11-23T08:15:30.000Z") Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String evidence,
        List<Step> history) {

    /**
     * The target of a change.
     *
     * @param kind the kind of the target
     * @param id the id of the target at Leeloo; null if the change creates the target and the id is not known
     */
    @Schema(name = "OperationTarget")
    record Target(
            @Schema(example = "person") String kind,

            @Schema(example = "64a0c3f05e1c000000000001") @Nullable
            String id) {}

    /**
     * An outcome in the history of a change.
     *
     * @param outcome the outcome
     * @param at the time at which the outcome became known
     * @param by the source of the outcome: {@code gateway}, {@code reconciler}, or the client that resolved the operation by hand
     * @param evidence the reason for the outcome
     */
    @Schema(name = "OperationStep")
    record Step(
            Outcome outcome,
            @Schema(example = "2026-11-23T08:15:30.000Z") Instant at,
            @Schema(example = "reconciler") String by,
            @Nullable String evidence) {}

    static OperationView of(OperationRow row) {
        var id = row.targetId() == null ? row.createdId() : row.targetId();
        return new OperationView(
                row.id(),
                row.action(),
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
