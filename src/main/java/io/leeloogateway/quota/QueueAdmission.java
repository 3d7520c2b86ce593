package io.leeloogateway.quota;

import io.leeloogateway.quota.QuotaExhausted.Reason;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Decides which calls may wait: refuses those that cannot start before their deadlines, and the newest of the longest queue if there are too many. */
final class QueueAdmission {

    private final int queueSize;
    private final LongSupplier nanoTime;
    private final CallQueue queue;
    private final PermitStock stock;
    private final StartEstimate estimate;

    QueueAdmission(int queueSize, LongSupplier nanoTime, CallQueue queue, PermitStock stock, StartEstimate estimate) {
        this.queueSize = queueSize;
        this.nanoTime = nanoTime;
        this.queue = queue;
        this.stock = stock;
        this.estimate = estimate;
    }

    /** Adds a call to the queue, or refuses it. */
    void admit(WaitingCall call, boolean isAlone) {
        var wait = estimate.waitOf(call, isAlone);
        if (isLonger(wait, call)) {
            throw estimate.refusal(wait);
        }
        queue.add(call);
        while (queue.size() > queueSize) {
            refuseNewest(call, isAlone);
        }
    }

    /** Adds a call that waits already to the queue of another client, if there is room and it can start in time there. */
    boolean join(WaitingCall call, boolean isAlone) {
        if (queue.size() >= queueSize || queue.contains(call) || isLonger(estimate.waitOf(call, isAlone), call)) {
            return false;
        }
        queue.add(call);
        return true;
    }

    /** Refuses the waiting calls whose deadlines are within the pause. */
    void refuseLate() {
        for (var call : queue.calls()) {
            if (isLonger(stock.pause(), call) && queue.removeAll(call)) {
                call.permit().completeExceptionally(new QuotaExhausted(Reason.PAUSED, stock.pause()));
            }
        }
    }

    /** Refuses the newest call of the client with the most calls, which may be the one that was added. */
    private void refuseNewest(WaitingCall added, boolean isAlone) {
        var newest = queue.last().orElse(added);
        queue.remove(newest);
        var refusal = new QuotaExhausted(Reason.QUEUE_FULL, estimate.waitOf(newest, isAlone));
        if (newest.equals(added)) {
            throw refusal;
        }
        if (!queue.containsAnyOf(newest)) {
            newest.permit().completeExceptionally(refusal);
        }
    }

    private boolean isLonger(Duration wait, WaitingCall call) {
        return wait.toNanos() > call.nanosLeft(nanoTime.getAsLong());
    }
}
