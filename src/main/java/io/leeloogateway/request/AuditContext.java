package io.leeloogateway.request;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What the diary wants to know of a call beside what its rooms need of each other. */
public final class AuditContext {

    private final Set<String> people = ConcurrentHashMap.newKeySet();
    private final Queue<UpstreamCall> attempts = new ConcurrentLinkedQueue<>();
    private volatile List<String> fields = List.of();
    private volatile @Nullable UUID entry;
    private volatile @Nullable String problem;
    private volatile @Nullable String reason;
    private volatile boolean written;

    /** Under which id the diary tells of this call. */
    public Optional<UUID> entryId() {
        return Optional.ofNullable(entry);
    }

    public void setEntryId(UUID whichEntry) {
        entry = whichEntry;
    }

    /** Whether its entry is written by somebody who knows better than the door. */
    public boolean isRecorded() {
        return written;
    }

    public void markRecorded() {
        written = true;
    }

    /** Whose data the answer tells. */
    public Set<String> subjectIds() {
        return Set.copyOf(people);
    }

    public void addSubjects(List<String> personIds) {
        people.addAll(personIds);
    }

    /** What kind of problem it was answered with. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    public void setProblem(String slug) {
        problem = slug;
    }

    /** Why it was turned away, where the caller is not told. */
    public Optional<String> denialReason() {
        return Optional.ofNullable(reason);
    }

    public void setDenialReason(String why) {
        reason = why;
    }

    /** The names of the fields that its body gave. */
    public List<String> bodyFields() {
        return fields;
    }

    public void setBodyFields(List<String> names) {
        fields = List.copyOf(names);
    }

    public List<UpstreamCall> upstreamCalls() {
        return List.copyOf(attempts);
    }

    public void addUpstreamCall(UpstreamCall attempt) {
        attempts.add(attempt);
    }
}
