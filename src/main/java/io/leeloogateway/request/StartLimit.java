package io.leeloogateway.request;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Until when work may wait for its start: until the latest deadline of the callers that wait for it, or until none of them is left. After a
 * refusal no caller can join, because a refusal holds for the deadlines that it knew.
 */
public final class StartLimit {

    private final List<Runnable> actions = new ArrayList<>();
    private final List<RequestContext> joined = new ArrayList<>();
    private final List<Consumer<RequestContext>> joinActions = new ArrayList<>();
    private Deadline latest;
    private int callers = 1;
    private boolean isClosed;
    private boolean isWaiting;
    private boolean hasWaited;
    private long waitedUntilNanos = System.nanoTime();

    /** The limit of work with one caller. */
    public StartLimit(Deadline deadline) {
        this.latest = deadline;
    }

    public synchronized Deadline latest() {
        return latest;
    }

    /** Adds the caller of a request; returns false if the work has been refused or abandoned. */
    public boolean join(RequestContext caller) {
        return join(caller, false);
    }

    /** Adds the caller of a request if the work waits for its first turn at Leeloo, so that it sees what the caller does. */
    public boolean joinBeforeTurn(RequestContext caller) {
        return join(caller, true);
    }

    private boolean join(RequestContext caller, boolean onlyBeforeTurn) {
        List<Consumer<RequestContext>> interested;
        synchronized (this) {
            if (isClosed || (onlyBeforeTurn && (!isWaiting || hasWaited))) {
                return false;
            }
            callers++;
            if (caller.deadline().nanoTime() - latest.nanoTime() > 0) {
                latest = caller.deadline();
            }
            joined.add(caller);
            interested = List.copyOf(joinActions);
        }
        interested.forEach(action -> action.accept(caller));
        return true;
    }

    /** Runs an action for each caller that has joined, also later. */
    public Registration onJoined(Consumer<RequestContext> action) {
        List<RequestContext> known;
        synchronized (this) {
            joinActions.add(action);
            known = List.copyOf(joined);
        }
        known.forEach(action);
        return () -> remove(action);
    }

    private synchronized void remove(Consumer<RequestContext> action) {
        joinActions.remove(action);
    }

    /** A caller waits no longer. */
    public void leave() {
        List<Runnable> last;
        synchronized (this) {
            callers--;
            if (callers > 0) {
                return;
            }
            isClosed = true;
            last = List.copyOf(actions);
        }
        last.forEach(Runnable::run);
    }

    /** Ends the work that cannot start before a deadline; returns false if a caller with a later one has joined meanwhile. */
    public synchronized boolean refuse(Deadline known) {
        if (!isClosed && !latest.equals(known)) {
            return false;
        }
        isClosed = true;
        return true;
    }

    /** Whether the work waits for its turn at Leeloo now. */
    public synchronized boolean isWaiting() {
        return isWaiting;
    }

    public synchronized void setWaiting(boolean waits) {
        isWaiting = waits;
        hasWaited |= !waits;
        waitedUntilNanos = System.nanoTime();
    }

    /** When the work could last go on: now while it waits for its turn. */
    public synchronized long waitedUntilNanos() {
        return isWaiting ? System.nanoTime() : waitedUntilNanos;
    }

    /** Runs an action when the last caller leaves, or at once if it has left. */
    public Registration onAbandoned(Runnable action) {
        synchronized (this) {
            if (callers > 0) {
                actions.add(action);
                return () -> remove(action);
            }
        }
        action.run();
        return () -> {};
    }

    private synchronized void remove(Runnable action) {
        actions.remove(action);
    }

    /** An action that has not run; closing takes it back. */
    public interface Registration extends AutoCloseable {

        @Override
        void close();
    }
}
