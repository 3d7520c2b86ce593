package io.leeloogateway.request;

import io.micrometer.context.ContextSnapshotFactory;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.MDC;

/** Starts virtual threads that inherit the log context and the trace span of the current thread. */
public final class RequestThread {

    private static final ContextSnapshotFactory SNAPSHOTS =
            ContextSnapshotFactory.builder().build();

    private RequestThread() {}

    /** Binds the given request context to the new thread. Calls the consumer if the thread cannot start, or dies before the work ends. */
    public static void start(String name, RequestContext context, Runnable work, Consumer<Throwable> onDeath) {
        try {
            Thread.ofVirtual()
                    .name(name)
                    .uncaughtExceptionHandler((_, cause) -> context.run(() -> {
                        onDeath.accept(cause);
                        return true;
                    }))
                    .start(inContext(context, work));
        } catch (RuntimeException | Error e) {
            onDeath.accept(e);
        }
    }

    private static Runnable inContext(RequestContext context, Runnable work) {
        var logContext = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.<String, String>of());
        return SNAPSHOTS.captureAll().wrap((Runnable) () -> context.<Boolean, RuntimeException>run(() -> {
            MDC.setContextMap(logContext);
            work.run();
            return true;
        }));
    }
}
