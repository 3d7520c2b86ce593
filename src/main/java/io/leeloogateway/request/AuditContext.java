package io.leeloogateway.request;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects facts about a request that only the audit log needs. */
public final class AuditContext {

    private final AtomicReference<Set<String>> subjectIds = new AtomicReference<>(Set.of());
    private final Queue<UpstreamCall> upstreamCalls = new ConcurrentLinkedQueue<>();
    private volatile List<String> bodyFields = List.of();
    private volatile @Nullable UUID entryId;
    private volatile IpAddress source = IpAddress.UNSPECIFIED;
    private volatile @Nullable String problem;
    private volatile @Nullable String denialReason;
    private volatile @Nullable Integer recordedStatus;
    private volatile boolean recorded;
    private volatile boolean overLimit;

    /** The id of the audit entry of this request. */
    public Optional<UUID> entryId() {
        return Optional.ofNullable(entryId);
    }

    public void setEntry(UUID id, IpAddress callerAddress) {
        entryId = id;
        source = callerAddress;
    }

    /** The address of the caller, if known. */
    public Optional<IpAddress> source() {
        return Optional.of(source).filter(address -> !address.isUnspecified());
    }

    /** Whether the audit entry is already written, or another component writes it. */
    public boolean isRecorded() {
        return recorded;
    }

    public void markRecorded() {
        recorded = true;
    }

    /** The status in the audit entry; empty if nothing recorded one yet. The response may turn out to have another. */
    public Optional<Integer> recordedStatus() {
        return Optional.ofNullable(recordedStatus);
    }

    public void setRecordedStatus(@Nullable Integer status) {
        recordedStatus = status;
    }

    /** Whether the client has used up its rate limit. */
    public boolean isOverLimit() {
        return overLimit;
    }

    public void markOverLimit() {
        overLimit = true;
    }

    /** The ids of the people whose data the response contains. */
    public Set<String> subjectIds() {
        return subjectIds.get();
    }

    public void addSubjects(Collection<String> personIds) {
        subjectIds.accumulateAndGet(Set.copyOf(personIds), AuditContext::union);
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        return Stream.concat(first.stream(), second.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The slug of the problem type of the response. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    public void setProblem(String slug) {
        problem = slug;
    }

    /** The reason for a denial, where the response does not show it. */
    public Optional<String> denialReason() {
        return Optional.ofNullable(denialReason);
    }

    public void setDenialReason(String reason) {
        denialReason = reason;
    }

    /** The names of the fields in the request body. */
    public List<String> bodyFields() {
        return bodyFields;
    }

    public void setBodyFields(List<String> names) {
        bodyFields = List.copyOf(names);
    }

    /** The calls to Leeloo, in the order of their completion. */
    public List<UpstreamCall> upstreamCalls() {
        return List.copyOf(upstreamCalls);
    }

    public void addUpstreamCall(UpstreamCall call) {
        upstreamCalls.add(call);
    }
}
