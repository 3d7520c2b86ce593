package io.leeloogateway.quota;

/**
 * The connections of this replica to Leeloo, of which each serves one call at a time.
 *
 * @param reads the most open connections for reads
 * @param changes the most open connections for changes
 */
public record CallConnections(int reads, int changes) {}
