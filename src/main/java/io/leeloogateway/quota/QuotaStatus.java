package io.leeloogateway.quota;

/** The state of the shared budget, as this replica knows it. */
record QuotaStatus(int limit, int used, double pace, long pauseSeconds) {}
