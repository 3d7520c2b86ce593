package io.leeloogateway.audit;

import java.security.MessageDigest;

/**
 * What stands in a segment of the diary.
 *
 * @param events how many events
 * @param firstId the smallest of their ids
 * @param lastId the greatest
 * @param digest SHA-256 over the rows, in the order of transaction and id
 */
record Content(long events, String firstId, String lastId, byte[] digest) {

    boolean isSameAs(Content other) {
        return events == other.events
                && firstId.equals(other.firstId)
                && lastId.equals(other.lastId)
                && MessageDigest.isEqual(digest, other.digest);
    }
}
