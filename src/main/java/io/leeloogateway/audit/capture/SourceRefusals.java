package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.store.AuditEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The refusals of one source within a minute. */
final class SourceRefusals {

    private final AuditEvent.Actor source;
    private final Map<Kind, Count> counts = new LinkedHashMap<>();
    private int recorded;

    SourceRefusals(AuditEvent.Actor source) {
        this.source = source;
    }

    /** What distinguishes refusals: there are as many kinds as problem types at most. */
    private record Kind(
            @Nullable String outcome,
            @Nullable Integer status,
            @Nullable String problem) {}

    /** The number of requests, and the id of the first one. */
    private record Count(String requestId, int requests) {}

    /** Takes one of the events that requests of this source may have of their own. */
    boolean tryRecord(int limit) {
        var isFree = recorded < limit;
        recorded += isFree ? 1 : 0;
        return isFree;
    }

    void count(String requestId, AuditEvent.Result result) {
        var kind = new Kind(result.outcome(), result.status(), result.problem());
        counts.merge(kind, new Count(requestId, 1), (first, _) -> new Count(first.requestId(), first.requests() + 1));
    }

    /** One event for each kind of refusal that was counted. */
    List<AuditEvent> events(Supplier<UUID> ids) {
        return counts.entrySet().stream()
                .map(entry -> event(ids, entry.getKey(), entry.getValue()))
                .toList();
    }

    private AuditEvent event(Supplier<UUID> ids, Kind kind, Count count) {
        var actor = new AuditEvent.Actor(count.requestId(), source.clientId(), null, source.source());
        var result = new AuditEvent.Result(
                kind.outcome(), kind.status(), kind.problem(), null, AuditOutcome.GATEWAY, null, null);
        return AuditEvent.counting(ids.get(), actor, result, count.requests());
    }
}
