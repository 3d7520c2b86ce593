package io.leeloogateway.request;

import io.micrometer.context.ContextSnapshotFactory;
import java.util.Map;
import java.util.Objects;
import org.slf4j.MDC;

/** Starts virtual threads that inherit the log context and the trace span of the current thread. */
public final class RequestThread {

    private static final ContextSnapshotFactory SNAPSHOTS =
            ContextSnapshotFactory.builder().build();

    private RequestThread() {}

    /** Binds the given request context to the new thread. */
    public static void start(String name, RequestContext context, Runnable work) {
        var logContext = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.<String, String>of());
        Thread.ofVirtual().name(name).start(SNAPSHOTS.captureAll().wrap((Runnable)
                () -> context.<Boolean, RuntimeException>run(() -> {
                    MDC.setContextMap(logContext);
                    work.run();
                    return true;
                })));
    }
}
