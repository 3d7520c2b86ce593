package io.leeloogateway.quota;

import io.leeloogateway.quota.ledger.Demand;
import io.leeloogateway.quota.ledger.LedgerStore;
import io.leeloogateway.quota.ledger.SharedBudget;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.Priority;
import io.leeloogateway.request.SandboxReset;
import io.leeloogateway.request.StartLimit;
import io.leeloogateway.request.TimeLimiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Grants the permits for calls to Leeloo: no more than the limit over all replicas, the most urgent priority first, fair by client. */
@Component
public class Quota {

    /** Enough to ask the other replicas. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private static final Duration TIME_OF_A_CALL = Duration.ofMillis(500);

    private final String id = UUID.randomUUID().toString();
    private final int limit;
    private final QuotaMetrics metrics;
    private final SharedBudget budget;
    private final QuotaReporter reporter;
    private final PermitScheduler scheduler;

    @Autowired
    Quota(QuotaProperties properties, CallConnections connections, LedgerStore store, QuotaMetrics metrics) {
        this(properties, connections, store, metrics, System::nanoTime);
    }

    Quota(
            QuotaProperties properties,
            CallConnections connections,
            LedgerStore store,
            QuotaMetrics metrics,
            LongSupplier nanoTime) {
        this.metrics = metrics;
        limit = properties.requestsPerMinute();
        budget = new SharedBudget(id, limit, store, nanoTime);
        reporter = new QuotaReporter(budget, this::scheduler);
        scheduler = new PermitScheduler(properties, connections, nanoTime, budget::outlook, metrics, reporter::wake);
    }

    /**
     * Waits for the permit of one call on behalf of the current request's client. Fails with {@link QuotaExhausted} at once if the call
     * cannot start before the latest deadline, and when the last caller has left. The caller closes the permit when the call has ended,
     * whatever the result.
     */
    public Permit acquire(CallClass callClass, StartLimit limit) {
        var client = ClientShare.current();
        while (true) {
            var known = limit.latest();
            try {
                return await(callClass, client, limit);
            } catch (QuotaExhausted e) {
                if (limit.refuse(known)) {
                    metrics.countRefused(callClass, client);
                    throw e;
                }
            }
        }
    }

    /** The permit of one call, if there is one within a moment. */
    public Optional<Permit> tryAcquire(CallClass callClass) {
        try {
            return Optional.of(await(callClass, ClientShare.current(), new StartLimit(Deadline.after(MOMENT))));
        } catch (QuotaExhausted _) {
            return Optional.empty();
        }
    }

    private Permit await(CallClass callClass, ClientShare client, StartLimit limit) {
        var call = scheduler.submit(callClass, client, limit);
        limit.setWaiting(true);
        try (var _ = limit.onAbandoned(() -> scheduler.giveUp(call));
                var _ = limit.onJoined(
                        reader -> scheduler.join(call, CallClass.ofRead(reader), ClientShare.of(reader)))) {
            return await(call, limit);
        } finally {
            limit.setWaiting(false);
        }
    }

    private Permit await(WaitingCall call, StartLimit limit) {
        Deadline known;
        do {
            known = limit.latest();
            try {
                return TimeLimiter.await(call.permit(), untilLastStart(known));
            } catch (TimeoutException _) {
                // Another caller may have joined, with a later deadline.
            }
        } while (!Thread.currentThread().isInterrupted() && !limit.latest().equals(known));
        scheduler.giveUp(call);
        return join(call);
    }

    /** A call that starts later would be cut off by the deadline, and its caller would not learn when to try again. */
    private static Duration untilLastStart(Deadline deadline) {
        var remaining = deadline.remaining();
        var quarter = remaining.dividedBy(4);
        return remaining.minus(quarter.compareTo(TIME_OF_A_CALL) < 0 ? quarter : TIME_OF_A_CALL);
    }

    private static Permit join(WaitingCall call) {
        try {
            return call.permit().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof QuotaExhausted refusal ? refusal : e;
        }
    }

    /** The most calls to Leeloo of all replicas in any minute. */
    public int limit() {
        return limit;
    }

    /** Whether calls that are more urgent than those of a synchronization wait, or have just waited, at any replica. */
    public boolean isContended() {
        var known = budget.outlook();
        var others = known == null ? List.<List<Demand>>of() : known.otherDemand();
        return scheduler.hasUrgentCallsWaited() || others.stream().anyMatch(Quota::isUrgent);
    }

    private static boolean isUrgent(List<Demand> replica) {
        return replica.stream().limit(Priority.SYNCHRONIZATION.rank()).anyMatch(demand -> demand.calls() > 0);
    }

    String id() {
        return id;
    }

    boolean isAlone() {
        return reporter.isAlone();
    }

    /** What this replica knows; nothing is used before its first report. */
    QuotaStatus status() {
        var known = budget.outlook();
        return known == null
                ? new QuotaStatus(limit, 0, 1, 0)
                : new QuotaStatus(
                        limit,
                        known.used(),
                        known.pace(),
                        known.pause().plusMillis(999).toSeconds());
    }

    ReplicaReport report() {
        return scheduler.inspect(ReplicaReport::of);
    }

    @EventListener
    void reset(SandboxReset event) {
        budget.reset();
        scheduler.endPause();
    }

    QuotaReporter reporter() {
        return reporter;
    }

    SharedBudget budget() {
        return budget;
    }

    PermitScheduler scheduler() {
        return scheduler;
    }
}
