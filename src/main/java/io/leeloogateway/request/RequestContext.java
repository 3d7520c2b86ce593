package io.leeloogateway.request;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The call being served, as every room sees it; bound to the thread that serves it. */
public final class RequestContext {

    private static final ScopedValue<RequestContext> CURRENT = ScopedValue.newInstance();

    /** Below these names each log line says whose request it is about, and which; {@code client} means the network's to ECS. */
    static final String CLIENT = "clientId";

    static final String ROUTE = "route";

    private final String id;
    private final Deadline deadline;
    private final Queue<CacheResult> parts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger leelooCalls = new AtomicInteger();
    private final AuditContext notes = new AuditContext();
    private volatile @Nullable Caller caller;
    private volatile @Nullable MatchedRoute route;
    private volatile @Nullable Outcome outcome;
    private volatile @Nullable OperationRef entry;

    public RequestContext(String id, Deadline deadline) {
        this.id = id;
        this.deadline = deadline;
    }

    /** The context of the call this thread serves. */
    public static RequestContext current() {
        return CURRENT.get();
    }

    /** The same, where there may be none: outside of a call, or before it was let in. */
    public static Optional<RequestContext> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Runs the work with this context bound; whoever hands work to another thread does so too. */
    public <T extends @Nullable Object, X extends Throwable> T with(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    public String id() {
        return id;
    }

    public Deadline deadline() {
        return deadline;
    }

    /** Who calls; empty until access has let the call in. */
    public Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    public void setCaller(Caller whoCalls) {
        caller = whoCalls;
        MDC.put(CLIENT, whoCalls.clientId());
    }

    /** Which route serves the call; empty until one was found. */
    public Optional<MatchedRoute> route() {
        return Optional.ofNullable(route);
    }

    public void setRoute(MatchedRoute whichServes) {
        route = whichServes;
        MDC.put(ROUTE, whichServes.action());
    }

    /** Where the change this call asks for stands in the ledger; empty when it does not. */
    public Optional<OperationRef> operation() {
        return Optional.ofNullable(entry);
    }

    public void setOperation(OperationRef whichTells) {
        entry = whichTells;
    }

    /** What became of the change this call asks for; empty when it asks for none. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public void setOutcome(Outcome whatItBecame) {
        outcome = whatItBecame;
    }

    /** What the answer is made of, in the order in which it was read. */
    public List<CacheResult> cacheResults() {
        return List.copyOf(parts);
    }

    public void addCacheResult(CacheResult part) {
        parts.add(part);
    }

    public int leelooCalls() {
        return leelooCalls.get();
    }

    public void countLeelooCall() {
        leelooCalls.incrementAndGet();
    }

    /** What the diary wants to know. */
    public AuditContext audit() {
        return notes;
    }
}
