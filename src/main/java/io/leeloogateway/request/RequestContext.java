package io.leeloogateway.request;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The current request: id, deadline, caller and route. Bound to the thread that serves the request. */
public final class RequestContext {

    private static final ScopedValue<RequestContext> CURRENT = ScopedValue.newInstance();

    /** MDC keys of all log lines of a request; {@code client} has another meaning in ECS. */
    static final String CLIENT_ID = "clientId";

    static final String ACTION = "action";

    private final String id;
    private final Deadline deadline;
    private final Priority priority;
    private final @Nullable RequestContext parent;
    private final StartLimit startLimit;
    private final Queue<CacheResult> cacheResults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger leelooCalls = new AtomicInteger();
    private final AuditContext audit = new AuditContext();
    private volatile BooleanSupplier hangUp = () -> false;
    private volatile @Nullable Caller caller;
    private volatile @Nullable MatchedRoute route;
    private volatile @Nullable Outcome outcome;
    private volatile @Nullable OperationRef operation;

    public RequestContext(String id, Deadline deadline) {
        this(id, deadline, Priority.INTERACTIVE);
    }

    /** The context of work that is not a request. */
    public RequestContext(String id, Deadline deadline, Priority priority) {
        this(id, deadline, priority, null, new StartLimit(deadline));
    }

    private RequestContext(
            String id, Deadline deadline, Priority priority, @Nullable RequestContext parent, StartLimit startLimit) {
        this.id = id;
        this.deadline = deadline;
        this.priority = priority;
        this.parent = parent;
        this.startLimit = startLimit;
    }

    /** The context of work that may outlive this request, and for which several may wait. A call to Leeloo counts for this request when it leaves. */
    public RequestContext child(Deadline ownDeadline, StartLimit ownStartLimit) {
        return new RequestContext(id, ownDeadline, priority, this, ownStartLimit);
    }

    /** The context of work that this request starts and does not wait for. */
    public RequestContext backgroundChild(Deadline ownDeadline, StartLimit ownStartLimit) {
        return new RequestContext(id, ownDeadline, Priority.BACKGROUND, this, ownStartLimit);
    }

    /** The context of the request that this thread serves. */
    public static RequestContext current() {
        return CURRENT.get();
    }

    /** The current context; empty outside of a request. */
    public static Optional<RequestContext> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Runs work with this context bound. Work on another thread must bind the context again. */
    public <T extends @Nullable Object, X extends Throwable> T run(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    public String id() {
        return id;
    }

    public Deadline deadline() {
        return deadline;
    }

    public Priority priority() {
        return priority;
    }

    /** When a call to Leeloo must have started: the deadline of the requests that wait for it. */
    public StartLimit startLimit() {
        return startLimit;
    }

    /** Whether the caller has closed its connection. Work that may outlive its request has no connection. */
    public boolean hasHungUp() {
        return hangUp.getAsBoolean();
    }

    void watch(BooleanSupplier newHangUp) {
        hangUp = newHangUp;
    }

    /** The caller, also of work that this request started; empty before authentication. */
    public Optional<Caller> caller() {
        return parent == null ? Optional.ofNullable(caller) : parent.caller();
    }

    public void setCaller(Caller newCaller) {
        caller = newCaller;
        MDC.put(CLIENT_ID, newCaller.clientId());
    }

    /** The route of this request; empty before the route is matched. */
    public Optional<MatchedRoute> route() {
        return Optional.ofNullable(route);
    }

    public void setRoute(MatchedRoute newRoute) {
        route = newRoute;
        MDC.put(ACTION, newRoute.action());
    }

    /** The operation of the requested change; empty for a read or before the operation is recorded. */
    public Optional<OperationRef> operation() {
        return Optional.ofNullable(operation);
    }

    public void setOperation(OperationRef newOperation) {
        operation = newOperation;
    }

    /** The outcome of the requested change; empty for a read. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public void setOutcome(Outcome newOutcome) {
        outcome = newOutcome;
    }

    /** The results of the cached reads that the response consists of, in order. */
    public List<CacheResult> cacheResults() {
        return List.copyOf(cacheResults);
    }

    public void addCacheResult(CacheResult result) {
        cacheResults.add(result);
    }

    public int leelooCalls() {
        return leelooCalls.get();
    }

    public void countLeelooCall() {
        leelooCalls.incrementAndGet();
        if (parent != null) {
            parent.countLeelooCall();
        }
    }

    /** The facts for the audit log. */
    public AuditContext audit() {
        return audit;
    }
}
