package io.leeloogateway.leeloo.http;

/** When something last happened to a client, and when it last happened to any other client. */
final class LatestByClient {

    private String client = "";
    private long nanos = Long.MIN_VALUE;
    private long otherNanos = Long.MIN_VALUE;

    synchronized void add(String concerned, long now) {
        if (!concerned.equals(client)) {
            otherNanos = nanos;
            client = concerned;
        }
        nanos = now;
    }

    /** Whether it has happened to another client since then. */
    synchronized boolean hasOtherThan(String caller, long sinceNanos) {
        return isAfter(caller.equals(client) ? otherNanos : nanos, sinceNanos);
    }

    private static boolean isAfter(long moment, long sinceNanos) {
        return moment != Long.MIN_VALUE && moment - sinceNanos > 0;
    }
}
