package io.leeloogateway.problem.connection;

import java.util.Set;

/**
 * A status as Tomcat must not see it before the response is sent. Tomcat closes the connection after some statuses, whatever the reason
 * (Http11Processor.statusDropsConnection), and has no setting for it.
 */
final class PersistentStatus {

    /** Statuses of requests that were read completely. After 408, 413 and 501, the next request may begin in the middle of this one. */
    private static final Set<Integer> AFFECTED = Set.of(400, 500, 503);

    /** No status has four digits, so that a disguised status is never mistaken for another. */
    private static final int OFFSET = 1000;

    private PersistentStatus() {}

    static int disguise(int status) {
        return AFFECTED.contains(status) ? status + OFFSET : status;
    }

    static boolean isDisguised(int status) {
        return status > OFFSET;
    }

    static int reveal(int status) {
        return isDisguised(status) ? status - OFFSET : status;
    }
}
