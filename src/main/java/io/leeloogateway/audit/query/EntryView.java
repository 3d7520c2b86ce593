package io.leeloogateway.audit.query;

import io.leeloogateway.audit.store.AuditEventRow;
import io.leeloogateway.request.KnownValues;
import io.leeloogateway.request.UuidV7Generator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The audit entry of a request.
 *
 * @param id the id of the entry
 * @param at the arrival of the request
 * @param requestId the id of the request
 * @param clientId the client of the API key; null without authentication
 * @param keyId the id of the API key; null without authentication, or with the bootstrap secret
 * @param source the address of the caller; null for an act of the gateway itself
 * @param action the name of the route; null if no route matched
 * @param dialect the API that the caller spoke: {@code gateway} for {@code /api/v1}, {@code leeloo} for Leeloo's own under {@code /leeloo}
 * @param target the resources in the path of the request
 * @param personIds the people whose data the response contained
 * @param outcome what became of the request or of its change: success, denied (not accepted by the gateway), rejected (not possible), failed or unknown; null while in progress
 * @param status the HTTP status of the response that the caller got; a change that was answered with 504 can still succeed
 * @param problem the last segment of the problem type
 * @param durationMs the duration in milliseconds
 * @param servedFrom the source of the response: {@code cache}, {@code leeloo} or {@code gateway}
 * @param ageSeconds the age of the oldest part of the response
 * @param leelooCalls the number of calls to Leeloo
 * @param operationId the operation of the change, at {@code /api/v1/operations/{operationId}}
 * @param requests the number of requests that this entry counts; more than one if it sums up refused requests of an address or of a client over its limit
 * @param changes the fields that the request set
 * @param history the events of the entry, oldest first
 */
@Schema(name = "AuditEntry")
record EntryView(
        @Schema(example = "019ab0c4-5f3a-7c21-9f00-3b6a1d2e4c57")
        UUID id,

        @Schema(example = "2026-11-23T08:15:30.123Z") Instant at,
        @Schema(example = "nightly-export.42") String requestId,
        @Schema(example = "cl_4fGh2Kd81LmQ") @Nullable String clientId,
        @Schema(example = "8fK2mPq4Xz1R") @Nullable String keyId,
        @Schema(example = "10.1.2.3") @Nullable String source,
        @Schema(example = "people.addTag") @Nullable String action,
        @Schema(example = "gateway") String dialect,
        @Nullable Target target,
        List<String> personIds,

        @Schema(example = "success") @KnownValues({"success", "denied", "rejected", "failed", "unknown"}) @Nullable
        String outcome,

        @Schema(example = "204") @Nullable Integer status,
        @Schema(example = "missing-scope") @Nullable String problem,
        @Schema(example = "12") @Nullable Long durationMs,

        @Schema(example = "leeloo") @KnownValues({"cache", "leeloo", "gateway"}) @Nullable
        String servedFrom,

        @Nullable Long ageSeconds,
        @Nullable Integer leelooCalls,
        @Nullable UUID operationId,
        int requests,
        List<FieldView> changes,
        List<Step> history) {

    /**
     * The resources that an entry is about.
     *
     * @param kind the kind of resource
     * @param ids their ids, the most important first
     */
    @Schema(name = "AuditTarget")
    record Target(@Schema(example = "person") String kind, List<String> ids) {}

    /**
     * An event of an entry.
     *
     * @param kind {@code begun}, {@code ended} or {@code resolved}
     * @param at the time of the event
     * @param outcome the outcome known at that time; null at the begin
     * @param by the source of the outcome of a change
     */
    @Schema(name = "AuditStep")
    record Step(
            @Schema(example = "ended") @KnownValues({"begun", "ended", "resolved"})
            String kind,

            @Schema(example = "2026-11-23T08:15:30.125Z") Instant at,
            @Schema(example = "success") @Nullable String outcome,
            @Schema(example = "gateway") @Nullable String by) {

        static Step of(AuditEventRow event) {
            return new Step(
                    event.kind(),
                    UuidV7Generator.timestamp(event.id()),
                    event.result().outcome(),
                    event.details().path("by").stringValue(null));
        }
    }
}
