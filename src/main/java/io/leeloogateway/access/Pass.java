package io.leeloogateway.access;

import io.leeloogateway.request.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the door knows of whom it lets in: who it is, how often it may come, and when its key ends, if it has one that does. */
record Pass(Caller caller, int requestsPerMinute, @Nullable Instant expiresAt) {}
