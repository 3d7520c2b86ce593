package io.leeloogateway.quota;

/**
 * What a call takes of its client's share: one, as a rule. A change makes a read of others necessary, so it pays for one, too, as long as such
 * reads are made: otherwise a client that changes what others read would use up their shares.
 */
final class CallPrices {

    private static final int MOST_PAID_READS = 10;

    private int paidReads;

    /** The price of a call that starts. */
    int charge(WaitingCall call) {
        if (call.callClass() == CallClass.INTERACTIVE_CHANGE && paidReads < MOST_PAID_READS) {
            paidReads++;
            return 2;
        }
        if (call.isReadAfterChange() && paidReads > 0) {
            paidReads--;
            return 0;
        }
        return 1;
    }
}
