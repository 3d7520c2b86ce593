package io.leeloogateway.access.ratelimit;

import java.time.Duration;

/** Requests of a client's window that one replica may admit: the number granted, the number still available, and the time until the window ends. */
record QuotaLease(int granted, int available, Duration timeToReset) {}
