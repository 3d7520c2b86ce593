package io.leeloogateway.audit.query;

import io.leeloogateway.audit.capture.AuditDetails;
import io.leeloogateway.audit.capture.AuditOutcome;
import io.leeloogateway.audit.capture.AuditTargets;
import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditEventRow;
import io.leeloogateway.request.Dialect;
import io.leeloogateway.request.UuidV7Generator;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Combines the events of an audit entry into its view. */
final class EntryMerger {

    private EntryMerger() {}

    /** Combines the events of an entry, oldest first. */
    static EntryView merge(List<AuditEventRow> events) {
        var first = events.getFirst();
        var answer = answer(events);
        var kind = first.subject().targetKind();
        var tags = events.stream()
                .flatMap(event -> event.subject().tags().stream())
                .distinct()
                .toList();
        return new EntryView(
                first.entryId(),
                UuidV7Generator.timestamp(first.entryId()),
                first.actor().requestId(),
                first.actor().clientId(),
                first.actor().keyId(),
                first.actor().source(),
                first.subject().action(),
                dialect(first),
                kind == null ? null : new EntryView.Target(kind, AuditTargets.targetIds(tags)),
                AuditTargets.personIds(tags),
                last(events, event -> event.result().outcome()),
                answer.status(),
                answer.problem(),
                answer.durationMs(),
                servedFrom(events),
                last(events, event -> event.result().ageSeconds()),
                leelooCalls(events),
                first.subject().operationId(),
                first.requests(),
                changes(events),
                events.stream().map(EntryView.Step::of).toList());
    }

    /** The event of the response that was sent; without one, the end of the change, which foresees it. */
    private static AuditEvent.Result answer(List<AuditEventRow> events) {
        var ends = events.stream().filter(AuditEventRow::isEnded).toList();
        return Stream.concat(ends.reversed().stream().filter(AuditEventRow::isOfResponse), ends.reversed().stream())
                .findFirst()
                .map(AuditEventRow::result)
                .orElse(AuditEvent.Result.OPEN);
    }

    /** A late response of Leeloo counts, although it was not sent to the caller. */
    private static @Nullable String servedFrom(List<AuditEventRow> events) {
        var isLeeloo = events.stream()
                .anyMatch(event -> AuditOutcome.LEELOO.equals(event.result().servedFrom()));
        return isLeeloo
                ? AuditOutcome.LEELOO
                : last(events, event -> event.isEnded() ? event.result().servedFrom() : null);
    }

    private static @Nullable Integer leelooCalls(List<AuditEventRow> events) {
        return events.stream()
                .map(event -> event.result().leelooCalls())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String dialect(AuditEventRow event) {
        return event.details().path(AuditDetails.DIALECT).asString(Dialect.GATEWAY.value());
    }

    /** If a begin event is committed after its request was rejected, both events name the same fields. */
    private static List<FieldView> changes(List<AuditEventRow> events) {
        var changeLists = events.stream().map(AuditEventRow::changes).filter(changes -> !changes.isEmpty());
        return changeLists.findFirst().stream()
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
