package io.leeloogateway.leeloo.http;

/** When Leeloo last answered a client, and when it last answered any other client. */
final class LatestAnswers {

    private String client = "";
    private long nanos = Long.MIN_VALUE;
    private long otherNanos = Long.MIN_VALUE;

    synchronized void add(String answered, long now) {
        if (!answered.equals(client)) {
            otherNanos = nanos;
            client = answered;
        }
        nanos = now;
    }

    /** Whether Leeloo has answered a call of another client since then. */
    synchronized boolean hasOtherThan(String caller, long sinceNanos) {
        var last = caller.equals(client) ? otherNanos : nanos;
        return last != Long.MIN_VALUE && last - sinceNanos > 0;
    }
}
