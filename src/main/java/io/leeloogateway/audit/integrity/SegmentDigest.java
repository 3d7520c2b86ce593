package io.leeloogateway.audit.integrity;

/**
 * What stands in a segment of the diary.
 *
 * @param events how many events
 * @param firstId the smallest of their ids
 * @param lastId the greatest
 * @param digest SHA-256, in hex, over the rows, in the order of transaction and id
 */
record SegmentDigest(long events, String firstId, String lastId, String digest) {}
