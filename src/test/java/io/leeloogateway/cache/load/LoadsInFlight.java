package io.leeloogateway.cache.load;

import io.leeloogateway.request.SandboxReset;
import org.springframework.context.ApplicationContext;

/** The loads of a gateway under test. */
public final class LoadsInFlight {

    private LoadsInFlight() {}

    /** Waits for the loads of earlier tests, but not for a load that hangs. */
    public static void await(ApplicationContext gateway) {
        gateway.getBean(LoadRunner.class).awaitAll(new SandboxReset());
    }
}
