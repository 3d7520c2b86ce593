package io.leeloogateway.request;

import java.time.Duration;

/** A step of requests that is rehearsed before readiness, so that the first request is as fast as later ones. It leaves no rows. */
public interface WarmUp {

    /** The name of the step in the log. */
    String step();

    /** The longest duration of a rehearsal that counts as fast: a fraction of the step's own time limit. */
    Duration budget();

    /** Rehearses the step, in each connection that it may use. Returns the duration of the slowest rehearsal. May throw. */
    Duration rehearse();
}
