package io.leeloogateway.quota;

import io.leeloogateway.quota.QuotaExhausted.Reason;
import io.leeloogateway.quota.ledger.Demand;
import io.leeloogateway.quota.ledger.Outlook;
import io.leeloogateway.request.StartLimit;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands out this replica's permits: at once while there are some at hand, otherwise in the order of the queue. */
final class PermitScheduler {

    private static final long CONTENTION_NANOS = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanoTime;
    private final Supplier<@Nullable Outlook> outlook;
    private final QuotaMetrics metrics;
    private final Runnable onWaiting;
    private final CallQueue queue;
    private final PermitStock stock;
    private final ConcurrentCalls concurrent;
    private final StartEstimate estimate;
    private final QueueAdmission admission;
    private boolean isAlone;
    private @Nullable Long urgentWaitedNanos;

    /** The action runs when calls begin to wait. */
    PermitScheduler(
            QuotaProperties properties,
            CallConnections connections,
            LongSupplier nanoTime,
            Supplier<@Nullable Outlook> outlook,
            QuotaMetrics metrics,
            Runnable onWaiting) {
        this.nanoTime = nanoTime;
        this.outlook = outlook;
        this.metrics = metrics;
        this.onWaiting = onWaiting;
        queue = new CallQueue(nanoTime);
        stock = new PermitStock(nanoTime, properties.reserve());
        concurrent = new ConcurrentCalls(connections, properties);
        estimate = new StartEstimate(queue, stock, concurrent, outlook);
        admission = new QueueAdmission(properties.queueSize(), nanoTime, queue, stock, estimate);
    }

    /** Refuses a call at once that cannot start before its deadline. */
    synchronized WaitingCall submit(CallClass callClass, ClientShare client, StartLimit limit) {
        var call = new WaitingCall(callClass, client, limit, nanoTime.getAsLong());
        queue.forgetPassesIfIdle();
        if (queue.isEmpty() && stock.isAvailable() && concurrent.free(callClass, client) > 0) {
            grant(call);
            return call;
        }
        admission.admit(call, isAlone);
        if (callClass != CallClass.SYNCHRONIZATION) {
            urgentWaitedNanos = nanoTime.getAsLong();
        }
        grantWaiting();
        if (!call.permit().isDone() && isWaiting()) {
            onWaiting.run();
        }
        return call;
    }

    /** Lets a waiting call start at the turn of another client, too, so that no reader waits longer because others wait for the same. */
    synchronized void join(WaitingCall call, CallClass callClass, ClientShare client) {
        var joined = call.on(callClass, client);
        if (call.permit().isDone() || !admission.join(joined, isAlone)) {
            return;
        }
        grantWaiting();
        if (!call.permit().isDone()) {
            onWaiting.run();
        }
    }

    /** Takes a call out of the queue and refuses it; returns false if it has a permit or a refusal already. */
    synchronized boolean giveUp(WaitingCall call) {
        return queue.removeAll(call) && call.permit().completeExceptionally(refusalOf(call));
    }

    private QuotaExhausted refusalOf(WaitingCall call) {
        if (concurrent.free(call.callClass(), call.client()) == 0) {
            return new QuotaExhausted(Reason.TOO_MANY_AT_ONCE, Duration.ofSeconds(1));
        }
        return estimate.refusal(estimate.waitOf(call, isAlone));
    }

    synchronized void end(WaitingCall call) {
        concurrent.end(call);
        stock.end();
        grantFreedConnection();
    }

    synchronized void giveBack(WaitingCall call) {
        concurrent.end(call);
        stock.giveBack();
        grantFreedConnection();
    }

    /** Calls that could not start for want of a connection may need permits now. */
    private void grantFreedConnection() {
        grantWaiting();
        if (isWaiting()) {
            onWaiting.run();
        }
    }

    synchronized void throttle(long grantedNanos, @Nullable Duration requestedDelay) {
        stock.throttle(grantedNanos, requestedDelay);
        admission.refuseLate();
        onWaiting.run();
    }

    /** What to report to the other replicas. */
    synchronized PermitStock.Snapshot snapshot() {
        return stock.snapshot(queue.demand(nanoTime.getAsLong(), concurrent), !isWaiting());
    }

    /** The report reached the other replicas, and brought permits. */
    synchronized void accept(int granted, Outlook known) {
        isAlone = false;
        stock.accept(granted, known);
        admission.refuseLate();
        grantWaiting();
    }

    /** The other replicas cannot be reached. */
    synchronized void goOnAlone(PermitStock.Snapshot snapshot, @Nullable Outlook known) {
        isAlone = true;
        stock.restore(snapshot);
        if (known != null) {
            stock.takeShare(known, queue.size());
        }
        grantWaiting();
    }

    synchronized void endPause() {
        stock.endPause();
        grantWaiting();
    }

    /** Whether calls wait for permits, not only for other reads of their clients. */
    synchronized boolean isWaiting() {
        return queue.demand(nanoTime.getAsLong(), concurrent).stream().anyMatch(demand -> demand.calls() > 0);
    }

    /** The time until the next of the waiting calls can start. */
    synchronized Duration untilNext(Outlook known) {
        var urgent = queue.demand(nanoTime.getAsLong(), concurrent).subList(0, CallClass.SYNCHRONIZATION.rank());
        return urgent.stream().anyMatch(demand -> demand.calls() > 0) ? known.until(1) : known.untilSynchronization();
    }

    /** Whether a call that is more urgent than a synchronization has waited within the last seconds. */
    synchronized boolean hasUrgentCallsWaited() {
        return urgentWaitedNanos != null && nanoTime.getAsLong() - urgentWaitedNanos < CONTENTION_NANOS;
    }

    synchronized <T> T inspect(BiFunction<CallQueue, PermitStock, T> view) {
        return view.apply(queue, stock);
    }

    private void grantWaiting() {
        if (queue.isEmpty() || !stock.isAvailable()) {
            return;
        }
        var known = outlook.get();
        List<List<Demand>> others = known == null ? List.of() : known.otherDemand();
        while (stock.isAvailable()) {
            var next = queue.poll(nanoTime.getAsLong(), concurrent, others);
            if (next.isEmpty()) {
                return;
            }
            grant(next.get());
        }
    }

    private void grant(WaitingCall call) {
        queue.removeAll(call);
        concurrent.start(call);
        stock.take(call.client());
        var now = nanoTime.getAsLong();
        metrics.countGranted(call, Duration.ofNanos(now - call.sinceNanos()));
        call.permit().complete(new Permit(this, call, now));
    }
}
