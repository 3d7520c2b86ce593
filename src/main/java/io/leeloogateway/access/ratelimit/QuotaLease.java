package io.leeloogateway.access.ratelimit;

import java.time.Duration;

/** Some requests of a client's window, taken for one replica: how many, how many are left to take, and how long the window lasts. */
record QuotaLease(int granted, int left, Duration rest) {}
