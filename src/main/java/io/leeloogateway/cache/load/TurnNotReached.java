package io.leeloogateway.cache.load;

import java.util.concurrent.TimeoutException;

/** The time of a read is up while its call waits for its turn at Leeloo, on behalf of reads that have more time. */
public final class TurnNotReached extends TimeoutException {

    private static final long serialVersionUID = 1;
}
