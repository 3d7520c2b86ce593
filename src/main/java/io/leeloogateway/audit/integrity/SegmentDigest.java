package io.leeloogateway.audit.integrity;

/**
 * The content of a segment of the audit log.
 *
 * @param events the number of events
 * @param firstId the smallest event id
 * @param lastId the greatest event id
 * @param digest the SHA-256 in hex over the rows, ordered by transaction and id
 */
record SegmentDigest(long events, String firstId, String lastId, String digest) {}
