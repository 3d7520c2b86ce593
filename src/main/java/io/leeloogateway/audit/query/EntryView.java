package io.leeloogateway.audit.query;

import io.leeloogateway.audit.capture.AuditTargets;
import io.leeloogateway.audit.store.AuditEventRow;
import io.leeloogateway.request.UuidV7Generator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one request did.
 *
 * @param id the entry's id
 * @param at when the request came
 * @param requestId its id
 * @param clientId whose key it carried; null if it was not let in
 * @param keyId which key; null if it was not let in, or with the bootstrap secret
 * @param source the address it came from; null where the gateway did something by itself
 * @param operation what was asked for; null where no route was found
 * @param target which things it was about, as the route names them
 * @param personIds the people whose data the answer gave out
 * @param outcome what became of it: refused by the gateway, rejected because it cannot be, failed, unknown, or ok; null while it is under way
 * @param status the HTTP status of its answer
 * @param problem the last part of its problem's type
 * @param durationMs how long it took, in milliseconds
 * @param answeredFrom where the answer came from: {@code copy}, {@code leeloo}, {@code gateway}
 * @param ageSeconds how old the answer's oldest part was
 * @param leelooCalls how many calls to Leeloo it cost
 * @param operationId the change it asked for, at {@code /api/v1/operations/{operationId}}
 * @param requests how many requests it stands for: more than one where too many came without a valid key
 * @param changes the fields it gave values
 * @param history what was written of it, from old to new
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
        @Schema(example = "people.addTag") @Nullable String operation,
        @Nullable Target target,
        List<String> personIds,
        @Schema(example = "ok") @Nullable String outcome,
        @Schema(example = "204") @Nullable Integer status,
        @Schema(example = "missing-scope") @Nullable String problem,
        @Schema(example = "12") @Nullable Long durationMs,
        @Schema(example = "leeloo") @Nullable String answeredFrom,
        @Nullable Long ageSeconds,
        @Nullable Integer leelooCalls,
        @Nullable UUID operationId,
        int requests,
        List<FieldView> changes,
        List<Step> history) {

    private static final String LEELOO = "leeloo";

    /**
     * What an entry is about.
     *
     * @param kind a kind of thing
     * @param ids their ids, the most important first
     */
    @Schema(name = "AuditTarget")
    record Target(@Schema(example = "person") String kind, List<String> ids) {}

    /**
     * What was written of it.
     *
     * @param kind begun, ended or settled
     * @param at when
     * @param outcome what was known then; null when it began
     * @param by of changes: who says so
     */
    @Schema(name = "AuditStep")
    record Step(
            @Schema(example = "ended") String kind,
            @Schema(example = "2026-11-23T08:15:30.125Z") Instant at,
            @Schema(example = "ok") @Nullable String outcome,
            @Schema(example = "gateway") @Nullable String by) {

        static Step of(AuditEventRow event) {
            return new Step(
                    event.kind(),
                    UuidV7Generator.at(event.id()),
                    event.result().outcome(),
                    event.details().path("by").stringValue(null));
        }
    }

    /** What the events of one entry say together, from old to new. */
    static EntryView of(List<AuditEventRow> events) {
        var first = events.getFirst();
        var kind = first.subject().targetKind();
        var about = events.stream()
                .flatMap(event -> event.subject().about().stream())
                .distinct()
                .toList();
        return new EntryView(
                first.entryId(),
                UuidV7Generator.at(first.entryId()),
                first.who().requestId(),
                first.who().clientId(),
                first.who().keyId(),
                first.who().source(),
                first.subject().operation(),
                kind == null ? null : new Target(kind, AuditTargets.targets(about)),
                AuditTargets.people(about),
                last(events, event -> event.result().outcome()),
                last(events, event -> event.result().status()),
                last(events, event -> event.result().problem()),
                last(events, event -> event.isEnded() ? event.result().durationMs() : null),
                answeredFrom(events),
                last(events, event -> event.result().ageSeconds()),
                leelooCalls(events),
                first.subject().operationId(),
                first.requests(),
                changes(events),
                events.stream().map(Step::of).toList());
    }

    /** What came too late to be answered came from Leeloo all the same. */
    private static @Nullable String answeredFrom(List<AuditEventRow> events) {
        var isLeeloo =
                events.stream().anyMatch(event -> LEELOO.equals(event.result().answeredFrom()));
        return isLeeloo
                ? LEELOO
                : last(events, event -> event.isEnded() ? event.result().answeredFrom() : null);
    }

    private static @Nullable Integer leelooCalls(List<AuditEventRow> events) {
        return events.stream()
                .map(event -> event.result().leelooCalls())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A beginning that is committed late, when its call was refused already, names again what the refusal named. */
    private static List<FieldView> changes(List<AuditEventRow> events) {
        var told = events.stream().map(AuditEventRow::changes).filter(changes -> !changes.isEmpty());
        return told.findFirst().stream()
                .flatMap(JsonNode::valueStream)
                .map(FieldView::of)
                .toList();
    }

    private static <T> @Nullable T last(List<AuditEventRow> events, Function<AuditEventRow, @Nullable T> value) {
        T found = null;
        for (var event : events) {
            var one = value.apply(event);
            found = one == null ? found : one;
        }
        return found;
    }
}
