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
public final class Notes {

    private final Set<String> people = ConcurrentHashMap.newKeySet();
    private final Queue<LeelooAttempt> attempts = new ConcurrentLinkedQueue<>();
    private volatile List<String> fields = List.of();
    private volatile @Nullable UUID entry;
    private volatile @Nullable String problem;
    private volatile @Nullable String reason;
    private volatile boolean written;

    /** Under which id the diary tells of this call. */
    public Optional<UUID> entry() {
        return Optional.ofNullable(entry);
    }

    public void opens(UUID whichEntry) {
        entry = whichEntry;
    }

    /** Whether its entry is written by somebody who knows better than the door. */
    public boolean isWritten() {
        return written;
    }

    public void written() {
        written = true;
    }

    /** Whose data the answer tells. */
    public Set<String> people() {
        return Set.copyOf(people);
    }

    public void tells(List<String> personIds) {
        people.addAll(personIds);
    }

    /** What kind of problem it was answered with. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    public void wentWrong(String slug) {
        problem = slug;
    }

    /** Why it was turned away, where the caller is not told. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public void because(String why) {
        reason = why;
    }

    /** The names of the fields that its body gave. */
    public List<String> fields() {
        return fields;
    }

    public void gave(List<String> names) {
        fields = List.copyOf(names);
    }

    public List<LeelooAttempt> attempts() {
        return List.copyOf(attempts);
    }

    public void tried(LeelooAttempt attempt) {
        attempts.add(attempt);
    }
}
