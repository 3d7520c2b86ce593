package io.leeloogateway.audit.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.leeloogateway.audit.capture.AuditTargets;
import io.leeloogateway.audit.query.FieldChangeView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of the diary. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEvent(
        UUID id,
        UUID entryId,
        String kind,
        @JsonUnwrapped Who who,
        @JsonUnwrapped Subject subject,
        @JsonUnwrapped Result result,
        int requests,
        @Nullable List<FieldChangeView> changes,
        @Nullable Map<String, Object> details) {

    public static final String BEGUN = "begun";
    public static final String ENDED = "ended";
    static final String SETTLED = "settled";

    /** The same with what was changed, and the pseudonyms in it. */
    public AuditEvent with(List<FieldChangeView> fields, List<String> pseudonyms) {
        var about = Stream.concat(subject.about().stream(), pseudonyms.stream().map(AuditTargets::pseudonym));
        var named = new Subject(subject.operation(), subject.targetKind(), about.toList(), subject.operationId());
        return new AuditEvent(id, entryId, kind, who, named, result, requests, fields, details);
    }

    /** Who asked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Who(
            String requestId,
            @Nullable String clientId,
            @Nullable String keyId,
            @Nullable String source) {}

    /** What was asked for, and which things it was about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(
            @Nullable String operation,
            @Nullable String targetKind,
            List<String> about,
            @Nullable UUID operationId) {}

    /** What became of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            @Nullable String outcome,
            @Nullable Integer status,
            @Nullable String problem,
            @Nullable Long durationMs,
            @Nullable String answeredFrom,
            @Nullable Long ageSeconds,
            @Nullable Integer leelooCalls) {

        public static final Result OPEN = new Result(null, null, null, null, null, null, null);
    }
}
