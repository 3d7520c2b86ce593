package io.leeloogateway.quota;

import io.leeloogateway.quota.QuotaExhausted.Reason;
import io.leeloogateway.quota.ledger.Outlook;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Estimates when a waiting call can start, and says why a call cannot start at once. */
final class StartEstimate {

    private final CallQueue queue;
    private final PermitStock stock;
    private final ConcurrentCalls concurrent;
    private final Supplier<@Nullable Outlook> outlook;

    StartEstimate(CallQueue queue, PermitStock stock, ConcurrentCalls concurrent, Supplier<@Nullable Outlook> outlook) {
        this.queue = queue;
        this.stock = stock;
        this.concurrent = concurrent;
        this.outlook = outlook;
    }

    /** How long a call of this class and client would wait from now. */
    Duration waitOf(WaitingCall call, boolean isAlone) {
        var known = outlook.get();
        if (known == null) {
            return stock.pause();
        }
        var permits = queue.ahead(call.callClass(), call.client(), concurrent) + 1 - stock.atHand();
        var wait = known.until(permits + Competition.ahead(known, queue, concurrent, call, isAlone));
        return wait.compareTo(stock.pause()) < 0 ? stock.pause() : wait;
    }

    /** Why a call with this wait cannot start at once. */
    QuotaExhausted refusal(Duration wait) {
        var isPaused = stock.pause().isPositive() && wait.compareTo(stock.pause()) <= 0;
        return new QuotaExhausted(isPaused ? Reason.PAUSED : Reason.USED_UP, wait);
    }
}
