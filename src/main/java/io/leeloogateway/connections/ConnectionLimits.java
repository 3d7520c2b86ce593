package io.leeloogateway.connections;

import org.springframework.core.env.Environment;

/**
 * The limits of the connections of callers: settings of {@code server.tomcat}, otherwise derived from the heap.
 *
 * @param connections the most open connections
 * @param backlog the most connections that wait in the operating system for being accepted
 * @param idleProcessors the most objects for the processing of requests that Tomcat keeps for later requests
 */
public record ConnectionLimits(int connections, int backlog, int idleProcessors) {

    /** A connection with an incomplete request holds about 60 kB, by estimate; the connections may hold a sixth of the heap. */
    private static final int BYTES_PER_CONNECTION = 64 * 1024;

    /** Bounds what callers who read slowly hold in the operating system, whose own limit is 4 MiB each. */
    static final int SEND_BUFFER_BYTES = 32 * 1024;

    /** Bounds what is sent on connections that wait for being accepted. */
    static final int RECEIVE_BUFFER_BYTES = 32 * 1024;

    private static final int HEAP_SHARE = 6;

    /** Connections beyond the share of an address are refused much faster than others are served. Beyond the backlog, a caller tries again after a second. */
    private static final int BACKLOG_FACTOR = 4;

    /** Fewer make a burst of connections fill the heap with garbage; more keep memory after it. */
    private static final int IDLE_SHARE = 2;

    private static final int MIN_CONNECTIONS = 128;
    private static final int MAX_CONNECTIONS = 8192;

    /** An eighth remains for new connections, and room is made a sixteenth at a time. */
    private static final int LEAST_CONNECTIONS = 16;

    /** The limits of this instance. */
    public static ConnectionLimits of(Environment settings) {
        var derived = of(Runtime.getRuntime().maxMemory());
        return new ConnectionLimits(
                atLeast(LEAST_CONNECTIONS, settings, "max-connections", derived.connections),
                setting(settings, "accept-count", derived.backlog),
                setting(settings, "processor-cache", derived.idleProcessors));
    }

    /** Tomcat takes -1 for no limit, of which no address can have a share. */
    private static int atLeast(int least, Environment settings, String name, int derived) {
        var value = setting(settings, name, derived);
        if (value < least) {
            throw new IllegalArgumentException(
                    "server.tomcat.%s is %d, it must be at least %d".formatted(name, value, least));
        }
        return value;
    }

    private static int setting(Environment settings, String name, int derived) {
        return settings.getProperty("server.tomcat." + name, Integer.class, derived);
    }

    static ConnectionLimits of(long heapBytes) {
        var connections = Math.clamp(heapBytes / HEAP_SHARE / BYTES_PER_CONNECTION, MIN_CONNECTIONS, MAX_CONNECTIONS);
        return new ConnectionLimits(connections, BACKLOG_FACTOR * connections, connections / IDLE_SHARE);
    }
}
