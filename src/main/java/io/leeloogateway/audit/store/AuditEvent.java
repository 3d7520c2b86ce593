package io.leeloogateway.audit.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.leeloogateway.audit.ChangeTarget;
import io.leeloogateway.audit.capture.AuditOutcome;
import io.leeloogateway.audit.capture.AuditTargets;
import io.leeloogateway.audit.query.FieldChangeView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An event of the audit log. Its components are the columns of {@code audit_events} in camel case. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEvent(
        UUID id,
        UUID entryId,
        String kind,
        @JsonUnwrapped Actor actor,
        @JsonUnwrapped Subject subject,
        @JsonUnwrapped Result result,
        int requests,
        @Nullable List<FieldChangeView> changes,
        @Nullable Map<String, Object> details) {

    public static final String BEGUN = "begun";
    public static final String ENDED = "ended";
    static final String RESOLVED = "resolved";

    /** An event that counts several requests without a route. */
    public static AuditEvent counting(UUID id, Actor actor, Result result, int requests) {
        return new AuditEvent(
                id, id, ENDED, actor, new Subject(null, null, List.of(), null), result, requests, null, null);
    }

    /** An event about an act of the gateway itself. */
    public static AuditEvent ofGateway(UUID id, String requestId, String action, ChangeTarget target, String outcome) {
        var tags = target.ids().stream().map(AuditTargets::targetTag).toList();
        return new AuditEvent(
                id,
                id,
                ENDED,
                new Actor(requestId, null, null, null),
                new Subject(action, target.kind(), tags, null),
                new Result(outcome, null, null, null, AuditOutcome.GATEWAY, null, null),
                1,
                null,
                null);
    }

    /** Returns a copy with the changed fields, tagged with the pseudonyms in them. */
    public AuditEvent withChanges(List<FieldChangeView> fields, List<String> pseudonyms) {
        var tags = Stream.concat(subject.tags().stream(), pseudonyms.stream().map(AuditTargets::pseudonymTag));
        var tagged = new Subject(subject.action(), subject.targetKind(), tags.toList(), subject.operationId());
        return new AuditEvent(id, entryId, kind, actor, tagged, result, requests, fields, details);
    }

    /** The caller. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Actor(
            String requestId,
            @Nullable String clientId,
            @Nullable String keyId,
            @Nullable String source) {}

    /** The action and the resources that it is about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(
            @Nullable String action,
            @Nullable String targetKind,
            List<String> tags,
            @Nullable UUID operationId) {}

    /** The result of the request or change. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            @Nullable String outcome,
            @Nullable Integer status,
            @Nullable String problem,
            @Nullable Long durationMs,
            @Nullable String servedFrom,
            @Nullable Long ageSeconds,
            @Nullable Integer leelooCalls) {

        /** Returns a copy with another outcome; null if other events say what became of a change. */
        public Result withOutcome(@Nullable String other) {
            return new Result(other, status, problem, durationMs, servedFrom, ageSeconds, leelooCalls);
        }

        public static final Result OPEN = new Result(null, null, null, null, null, null, null);
    }
}
