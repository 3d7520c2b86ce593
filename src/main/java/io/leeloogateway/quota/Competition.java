package io.leeloogateway.quota;

import io.leeloogateway.quota.ledger.Outlook;
import java.util.List;

/** Estimates how many permits the other replicas get before a call of this one. */
final class Competition {

    private Competition() {}

    static int ahead(Outlook known, CallQueue queue, ConcurrentCalls concurrent, WaitingCall call, boolean isAlone) {
        var rank = call.callClass().priority().rank();
        var own = queue.of(call.callClass());
        var ahead = own.ahead(call.callClass(), call.client(), concurrent) + 1;
        var weight = Math.max(call.client().weight(), own.weight());
        var sum = 0;
        for (var replica : known.otherDemand()) {
            for (var other = 0; other < rank; other++) {
                sum += replica.get(other).calls();
            }
            var equal = replica.get(rank);
            var part = isAlone ? ahead : (int) Math.ceil(ahead * equal.weightBeside(List.of()) / weight);
            sum += isAlone ? part : Math.min(equal.calls(), part);
        }
        return sum;
    }
}
