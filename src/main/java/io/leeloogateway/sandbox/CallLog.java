package io.leeloogateway.sandbox;

import io.leeloogateway.sandbox.http.JsonBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** The last calls to the simulated Leeloo, oldest first. The status is 0 until the response is sent. */
final class CallLog {

    private static final int MAX = 1_000;

    private final Deque<Entry> calls = new ArrayDeque<>();

    synchronized Entry add(String method, String path, @Nullable String requestId) {
        if (calls.size() == MAX) {
            calls.removeFirst();
        }
        var entry = new Entry(method, path, requestId);
        calls.addLast(entry);
        return entry;
    }

    synchronized ArrayNode items() {
        return JsonBuilder.array(
                calls,
                call -> JsonBuilder.object()
                        .put("method", call.method)
                        .put("path", call.path)
                        .put("requestId", call.requestId)
                        .put("status", call.status));
    }

    synchronized void clear() {
        calls.clear();
    }

    /** A call; its status is set when the response is sent. */
    static final class Entry {

        private final String method;
        private final String path;
        private final @Nullable String requestId;
        private volatile int status;

        private Entry(String method, String path, @Nullable String requestId) {
            this.method = method;
            this.path = path;
            this.requestId = requestId;
        }

        void setStatus(int newStatus) {
            status = newStatus;
        }
    }
}
